import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tellFirst, type ToTell } from './tell-first.js';

const one = (id: string, given: Partial<ToTell> & { letters?: string } = {}): ToTell => ({
  id,
  name: given.name ?? id,
  power: given.power ?? 5,
  interest: given.interest ?? 5,
  attributes: {
    power: given.letters?.includes('P') ?? false,
    legitimacy: given.letters?.includes('L') ?? false,
    urgency: given.letters?.includes('U') ?? false,
  },
  toldAt: given.toldAt ?? null,
  posts: given.posts ?? 0,
});
const order = (...all: ToTell[]) => tellFirst(all).map(({ id }) => id);

describe('who must be told first', () => {
  it('is the most salient, and of equals who has already spoken', () => {
    expect(
      order(
        one('residents', { letters: 'LU' }),
        one('shareholders', { letters: 'P', power: 10, interest: 10 }),
        one('regulator', { letters: 'PLU' }),
        one('press', { letters: 'PU', posts: 3 }),
        one('activists', { letters: 'PU' }),
      ),
    ).toEqual(['regulator', 'press', 'activists', 'residents', 'shareholders']);
  });

  it('is, of one class, whom the map would have managed more closely', () => {
    expect(
      order(
        one('informed', { letters: 'P', power: 4, interest: 10 }),
        one('satisfied', { letters: 'P', power: 8, interest: 1 }),
        one('close', { letters: 'P', power: 5, interest: 5 }),
      ),
    ).toEqual(['close', 'satisfied', 'informed']);
  });

  it('is nobody who has been told, however salient', () => {
    expect(order(one('told', { letters: 'PLU', toldAt: 5 }), one('not', {}))).toEqual(['not', 'told']);
  });

  const any = fc.record({
    id: fc.uuid(),
    name: fc.string(),
    power: fc.integer({ min: 0, max: 10 }),
    interest: fc.integer({ min: 0, max: 10 }),
    attributes: fc.record({ power: fc.boolean(), legitimacy: fc.boolean(), urgency: fc.boolean() }),
    toldAt: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    posts: fc.integer({ min: 0, max: 3 }),
  });

  it('comes out the same whatever the order they are given in, and loses nobody', () => {
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 8 }), (all) => {
        const ids = order(...all);
        expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(order(...[...all].reverse())).toEqual(ids);
      }),
    );
  });

  it('never moves behind another by gaining an attribute', () => {
    fc.assert(
      fc.property(any, any, fc.constantFrom('power', 'legitimacy', 'urgency'), (a, b, more) => {
        fc.pre(a.id !== b.id && tellFirst([a, b])[0] === a);
        const stronger = { ...a, attributes: { ...a.attributes, [more]: true } };
        expect(tellFirst([stronger, b])[0]).toBe(stronger);
      }),
    );
  });
});
