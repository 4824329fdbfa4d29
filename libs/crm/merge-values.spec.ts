import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { baseForChoice, mergeValues, type ToMerge } from './merge-values.js';
import {
  DIRECTIONS,
  sameValue,
  SYNCED_FIELDS,
  type SyncedField,
  type SyncedValues,
} from './synced-values.js';

const word = fc.constantFrom(null, 'a', 'b', 'c');
const values: fc.Arbitrary<SyncedValues> = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  email: fc.constantFrom(null, 'a@x.org', 'b@x.org', 'A@X.org'),
  phone: fc.constantFrom(null, '+33 1 23', '+3312 3', '+44 9'),
  organisation: word,
});
const given: fc.Arbitrary<ToMerge> = fc.record({
  base: fc.oneof(values, fc.constant({})),
  here: values,
  there: values,
  direction: fc.constantFrom(...DIRECTIONS),
});

describe('a merge with the CRM', () => {
  it('never overwrites what is not known to have been there before', () => {
    fc.assert(
      fc.property(given, (one) => {
        const merged = mergeValues(one);
        for (const field of SYNCED_FIELDS) {
          const known = one.base[field];
          const stays = (value: string | null) =>
            value === null || (known !== undefined && sameValue(field, value, known));
          if (field in merged.here) expect(stays(one.here[field])).toBe(true);
          if (field in merged.there) expect(stays(one.there[field] ?? null)).toBe(true);
        }
      }),
    );
  });

  it('has nothing to do once it is done: what was written does not come back', () => {
    fc.assert(
      fc.property(given, (one) => {
        const merged = mergeValues(one);
        const here = { ...one.here, ...merged.here };
        const there = { ...one.there, ...merged.there };
        const again = mergeValues({ ...one, base: merged.base, here, there });
        expect([again.here, again.there]).toEqual([{}, {}]);
        expect(again.conflicts).toEqual(merged.conflicts);
      }),
    );
  });

  it('comes out the same after a crash between writing there and keeping it here', () => {
    fc.assert(
      fc.property(given, (one) => {
        const merged = mergeValues(one);
        const written = { ...one.there, ...merged.there };
        const after = mergeValues({ ...one, there: written });
        expect(after.here).toEqual(merged.here);
        expect(after.there).toEqual({});
        expect(after.conflicts).toEqual(merged.conflicts);
      }),
    );
  });

  it('goes only the way that is open', () => {
    fc.assert(
      fc.property(given, (one) => {
        const merged = mergeValues(one);
        if (one.direction === 'in') expect(merged.there).toEqual({});
        if (one.direction === 'out') expect(merged.here).toEqual({});
      }),
    );
  });

  it('does not depend on which side is called here', () => {
    fc.assert(
      fc.property(given, ({ base, here, there }) => {
        const one = mergeValues({ base, here, there, direction: 'both' });
        const other = mergeValues({ base, here: there as SyncedValues, there: here, direction: 'both' });
        expect(other.here).toEqual(one.there);
        expect(other.there).toEqual(one.here);
        expect(other.conflicts.map(({ field }) => field)).toEqual(one.conflicts.map(({ field }) => field));
      }),
    );
  });

  it('settles a conflict as it was chosen, and asks again when a value changed meanwhile', () => {
    const here: SyncedValues = { name: 'a', email: null, phone: null, organisation: 'ours' };
    const there: SyncedValues = { ...here, organisation: 'theirs' };
    const base = { organisation: 'before' };
    const [conflict] = mergeValues({ base, here, there, direction: 'both' }).conflicts;
    expect(conflict).toEqual({ field: 'organisation', here: 'ours', there: 'theirs' });
    const chosen = (choice: 'here' | 'there') => ({ organisation: baseForChoice(choice, conflict!) });
    const ours = mergeValues({ base: chosen('here'), here, there, direction: 'both' });
    const theirs = mergeValues({ base: chosen('there'), here, there, direction: 'both' });
    expect([ours.there, theirs.here]).toEqual([{ organisation: 'ours' }, { organisation: 'theirs' }]);
    const moved = { ...there, organisation: 'newer' };
    expect(mergeValues({ base: chosen('here'), here, there: moved, direction: 'both' }).conflicts).toEqual([
      { field: 'organisation', here: 'ours', there: 'newer' },
    ]);
  });

  it('keeps the name of a contact that has lost it in the CRM, and leaves alone what cannot be read', () => {
    const here: SyncedValues = { name: 'Léa', email: 'lea@x.org', phone: null, organisation: null };
    const there: Partial<Record<SyncedField, string | null>> = {
      name: null,
      phone: null,
      organisation: null,
    };
    const merged = mergeValues({ base: here, here, there, direction: 'both' });
    expect([merged.here, merged.there, merged.conflicts]).toEqual([{}, {}, []]);
  });
});
