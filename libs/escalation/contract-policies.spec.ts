import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicy } from './contract-policies.js';

const policy = (delayMinutes: unknown, levels = {}) => ({
  name: 'Legal first',
  decideMinutes: 30,
  steps: [
    { targets: [{ kind: 'asked_lead' }], delayMinutes: 15 },
    { targets: [{ kind: 'role', role: 'crisis_lead' }], delayMinutes },
  ],
  ...levels,
});

describe('what is sent as a policy', () => {
  it('has steps with a delay of at least a minute; a step without one is named', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 7 * 24 * 60 }), (minutes) => {
        const result = createPolicy.body.safeParse(policy(minutes));
        expect(result.success).toBe(minutes >= 1);
        if (result.success) return;
        expect(result.error.issues).toMatchObject([
          { path: ['steps', 1, 'delayMinutes'], params: { code: 'step-delay-zero' } },
        ]);
      }),
    );
  });

  it('names the level that is below the lowest, and a step that asks nobody', () => {
    const reversed = createPolicy.body.safeParse(policy(5, { levelMin: 3, levelMax: 1 }));
    expect(reversed.error?.issues).toMatchObject([
      { path: ['levelMax'], params: { code: 'levels-reversed' } },
    ]);
    const nobody = createPolicy.body.safeParse(policy(5, { steps: [{ targets: [], delayMinutes: 5 }] }));
    expect(nobody.error?.issues).toMatchObject([{ path: ['steps', 0, 'targets'] }]);
  });
});
