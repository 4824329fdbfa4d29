import { describe, expect, it } from '@jest/globals';
import { outboxIn, sendAll, type Waiting } from './outbox.js';

const item = (key: string): Waiting => ({
  key,
  kind: 'idea',
  text: key,
  phaseKey: 'diverge',
  anonymous: false,
});

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
}

describe('what was typed without a connection', () => {
  it('is still there for another page of the same browser, and sent in the order of writing', async () => {
    const kept = storage();
    outboxIn(kept, '7').add(item('a'));
    outboxIn(kept, '7').add(item('b'));
    const sent: string[] = [];
    const result = await sendAll(outboxIn(kept, '7'), ({ key }) => {
      sent.push(key);
      return Promise.resolve('sent');
    });
    expect(sent).toEqual(['a', 'b']);
    expect(result).toEqual({ refused: [], waits: false });
    expect(outboxIn(kept, '7').read()).toEqual([]);
  });

  it('waits on from the first that could not be sent, and never drops what was refused in silence', async () => {
    const kept = storage();
    const outbox = outboxIn(kept, '7');
    for (const key of ['a', 'b', 'c']) outbox.add(item(key));
    const fates = { a: 'refused', b: 'wait', c: 'sent' } as const;
    const result = await sendAll(outbox, ({ key }) => Promise.resolve(fates[key as 'a']));
    expect(result).toEqual({ refused: [item('a')], waits: true });
    expect(outbox.read().map(({ key }) => key)).toEqual(['b', 'c']);
  });

  it('is empty where the storage holds nonsense', () => {
    expect(outboxIn({ getItem: () => '{', setItem: () => undefined }, '7').read()).toEqual([]);
  });
});
