import { describe, expect, it } from '@jest/globals';
import { until } from '#platform/testing';
import { FanOut } from './fan-out.js';

/** A connection that is told what to say. */
class Network {
  opened = 0;
  closed = 0;
  private items: (number | Error)[] = [];
  private wake: () => void = () => undefined;

  readonly open = async (signal: AbortSignal) => {
    this.opened++;
    signal.addEventListener('abort', () => this.wake());
    return this.stream(signal);
  };

  say(...items: (number | Error)[]): void {
    this.items.push(...items);
    this.wake();
  }

  private async *stream(signal: AbortSignal): AsyncGenerator<number> {
    try {
      for (;;) {
        const item = this.items.shift();
        if (item instanceof Error) throw item;
        if (item !== undefined) yield item;
        else if (signal.aborted) return;
        else await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      this.closed++;
    }
  }
}

interface Heard {
  items: (number | 'open')[];
  end: Promise<unknown>;
  stop: AbortController;
}
function hear(fanOut: FanOut<number>, network: Network, key = 'app'): Heard {
  const stop = new AbortController();
  const items: Heard['items'] = [];
  const end = (async () => {
    try {
      for await (const item of fanOut.join(key, network.open, stop.signal)) items.push(item);
    } catch (error) {
      return (error as Error).message;
    }
    return null;
  })();
  return { items, end, stop };
}

describe('a connection that several share', () => {
  it('is opened once, tells everybody, and whoever comes later that it stands', async () => {
    const network = new Network();
    const fanOut = new FanOut<number>();
    const [one, other] = [hear(fanOut, network), hear(fanOut, network)];
    network.say(1, 2);
    await until(() => one.items.length === 3 && other.items.length === 3, 'both to hear all');
    const late = hear(fanOut, network);
    await until(() => late.items.length === 1, 'the late one to hear that it stands');
    network.say(3);
    await until(
      () => [one, other, late].every(({ items }) => items.at(-1) === 3),
      'everybody to hear the third',
    );
    expect([one, other, late].map(({ items }) => items)).toEqual([
      ['open', 1, 2, 3],
      ['open', 1, 2, 3],
      ['open', 3],
    ]);
    expect(network.opened).toBe(1);
    for (const { stop } of [one, other, late]) stop.abort(new Error('enough'));
    await Promise.all([one.end, other.end, late.end]);
  });

  it('goes on for the others when one leaves, and is closed behind the last', async () => {
    const network = new Network();
    const fanOut = new FanOut<number>();
    const [one, other] = [hear(fanOut, network), hear(fanOut, network)];
    await until(() => one.items.length === 1 && other.items.length === 1, 'both to be told');
    one.stop.abort(new Error('enough'));
    expect(await one.end).toBe('enough');
    network.say(1);
    await until(() => other.items.length === 2, 'the other to be told');
    other.stop.abort(new Error('enough'));
    await until(() => network.closed === 1, 'the connection to be closed');
    const next = hear(fanOut, network);
    await until(() => next.items.length === 1, 'the next connection');
    expect(network.opened).toBe(2);
    next.stop.abort(new Error('enough'));
    await next.end;
  });

  it('tells everybody why it broke, after what came before; the next one opens another', async () => {
    const network = new Network();
    const fanOut = new FanOut<number>();
    const [one, other] = [hear(fanOut, network), hear(fanOut, network)];
    network.say(1, new Error('cut'));
    expect(await Promise.all([one.end, other.end])).toEqual(['cut', 'cut']);
    expect([one.items, other.items]).toEqual([
      ['open', 1],
      ['open', 1],
    ]);
    const next = hear(fanOut, network);
    await until(() => next.items.length === 1, 'the next connection');
    expect(network.opened).toBe(2);
    next.stop.abort(new Error('enough'));
    await next.end;
  });

  it('is another one under another key', async () => {
    const network = new Network();
    const fanOut = new FanOut<number>();
    const [one, other] = [hear(fanOut, network, 'a'), hear(fanOut, network, 'b')];
    await until(() => network.opened === 2, 'the second connection');
    for (const { stop } of [one, other]) stop.abort(new Error('enough'));
    await Promise.all([one.end, other.end]);
  });

  it('that does not come about is told to all who wait for it', async () => {
    const fanOut = new FanOut<number>();
    const network = new Network();
    const refused = async () => {
      throw new Error('no room');
    };
    Object.assign(network, { open: refused });
    const [one, other] = [hear(fanOut, network), hear(fanOut, network)];
    expect(await Promise.all([one.end, other.end])).toEqual(['no room', 'no room']);
  });
});
