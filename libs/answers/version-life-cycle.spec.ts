import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VERSION_STATES } from './contract.js';
import { isCurrent, moveVersion, VERSION_TRANSITIONS, type VersionMove } from './version-life-cycle.js';

const MOVES: VersionMove[] = ['submit', 'withdraw', 'refuse', 'approve', 'supersede', 'retire', 'expire'];

describe('the life cycle of a version', () => {
  it('goes from draft through review into force', () => {
    expect(moveVersion('draft', 'submit')).toBe('in_review');
    expect(moveVersion('in_review', 'approve')).toBe('approved');
    expect(moveVersion('approved', 'supersede')).toBe('superseded');
  });

  it('leads back to the draft by withdrawal or refusal', () => {
    expect(moveVersion('in_review', 'withdraw')).toBe('draft');
    expect(moveVersion('in_review', 'refuse')).toBe('draft');
  });

  it('never approves without review, whatever moves come before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 30 }), (moves) => {
        let state: (typeof VERSION_STATES)[number] = 'draft';
        for (const move of moves) {
          const next = moveVersion(state, move);
          if (next === 'approved') expect(state).toBe('in_review');
          state = next ?? state;
        }
      }),
    );
  });

  it('ends where it is superseded, retired or expired', () => {
    for (const state of ['superseded', 'retired', 'expired'] as const) {
      expect(VERSION_TRANSITIONS[state]).toEqual({});
      for (const move of MOVES) expect(moveVersion(state, move)).toBeNull();
    }
  });
});

describe('a version is current', () => {
  const at = (text: string) => new Date(`2025-06-${text}Z`);
  const validity = { state: 'approved' as const, validFrom: at('10T00:00'), validUntil: at('20T00:00') };

  it('from its first minute until just before its last', () => {
    expect(isCurrent(validity, at('09T23:59:59.999'))).toBe(false);
    expect(isCurrent(validity, at('10T00:00'))).toBe(true);
    expect(isCurrent(validity, at('19T23:59:59.999'))).toBe(true);
    expect(isCurrent(validity, at('20T00:00'))).toBe(false);
  });

  it('only when approved', () => {
    for (const state of VERSION_STATES) {
      expect(isCurrent({ state, validFrom: null, validUntil: null }, at('10T00:00'))).toBe(
        state === 'approved',
      );
    }
  });
});
