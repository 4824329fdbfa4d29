import { describe, expect, it } from '@jest/globals';
import type { Hall, Item } from '#contract/workshops';
import { patched } from './room-state.js';

const hall = { id: '1', title: 'Room' } as Hall;
const item = (id: string, text: string) => ({ id, text }) as Item;

describe('a room on a screen', () => {
  it('knows nothing before all of it has come', () => {
    expect(patched(null, { items: [item('1', 'a')] })).toBeNull();
  });

  it('takes what changed in place of what it knew, and keeps the rest in order', () => {
    const whole = patched(null, {
      whole: true,
      hall,
      items: [item('10', 'b'), item('9', 'a')],
      clusters: [],
    });
    const next = patched(whole, { items: [item('9', 'changed'), item('11', 'new')], gone: ['10'] });
    expect(next?.items.map(({ id, text }) => [id, text])).toEqual([
      ['9', 'changed'],
      ['11', 'new'],
    ]);
    expect(next?.hall).toBe(hall);
  });

  it('is replaced as a whole after a lost connection', () => {
    const whole = patched(null, { whole: true, hall, items: [item('1', 'a')], clusters: [] });
    expect(patched(whole, { whole: true, hall, items: [], clusters: [] })?.items).toEqual([]);
  });
});
