import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advise } from './advice.js';
import {
  ITEM_KINDS,
  OBJECTIVES,
  ownMethodSchema,
  type OwnMethod,
  PLACES,
  planSchema,
  TRUSTS,
} from './contract.js';
import { METHODS } from './methods.js';
import { ownMethodKey, readOwnMethodKey } from './own-method-key.js';
import { planOfMethod } from './plan-of-method.js';

const line = (most: number) => fc.string({ minLength: 1, maxLength: most }).map((text) => text.trim() || 'x');
/** In one language, in the other, or in both. */
const needed = (most: number) =>
  fc.oneof(
    line(most).map((fr) => ({ fr, en: '' })),
    line(most).map((en) => ({ fr: '', en })),
    fc.record({ fr: line(most), en: line(most) }),
  );
const strength = fc.constantFrom(0, 1, 2, 3);
const placed = fc.constantFrom(0, 1, 2);
const phase = fc.record({
  title: needed(80),
  text: needed(1000),
  minutes: fc.integer({ min: 1, max: 600 }),
  captures: fc.subarray([...ITEM_KINDS]),
  grouping: fc.constantFrom(null, { kind: 'tables', size: 5, hostStays: true }),
  voting: fc.boolean(),
});
const methods = fc
  .record({
    name: needed(80),
    summary: needed(500),
    objectives: fc.tuple(...OBJECTIVES.map(() => strength)),
    people: fc.tuple(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 2, max: 500 })),
    places: fc.tuple(placed, placed, placed),
    trust: fc.constantFrom(...TRUSTS),
    phases: fc.array(phase, { minLength: 1, maxLength: 8 }),
    rules: fc.array(needed(200), { maxLength: 12 }),
    roomPlan: needed(1000),
    dots: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ objectives, people, places, trust, phases, roomPlan, ...rest }) => ({
    ...rest,
    sources: [],
    fit: {
      objectives: Object.fromEntries(OBJECTIVES.map((one, at) => [one, at === 0 ? 3 : objectives[at]])),
      people: { min: Math.min(...people), max: Math.max(...people) },
      minutes: { min: 5, max: 600 },
      places: Object.fromEntries(PLACES.map((one, at) => [one, places[at]])),
      trust,
    },
    phases: phases.map((one, at) => ({ ...one, key: `phase_${at}` })),
    roles: [],
    roomPlan: Object.fromEntries(PLACES.map((one) => [one, roomPlan])),
    dotsPerItem: 1,
    whenNot: [],
    harvest: { fr: '', en: '' },
  }));

describe('a method of one’s own', () => {
  it('becomes a plan that can be kept, in both languages and in every place', () => {
    fc.assert(
      fc.property(methods, (given) => {
        const method: OwnMethod = ownMethodSchema.parse(given);
        for (const language of ['fr', 'en'] as const)
          for (const place of PLACES) {
            const plan = planOfMethod({ ...method, key: 'own-1-1' }, language, place);
            expect(planSchema.parse(plan)).toEqual(plan);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('is weighed among the ready ones: each is advised on once', () => {
    fc.assert(
      fc.property(methods, (given) => {
        const own = { ...ownMethodSchema.parse(given), key: 'own-7-2' };
        const brief = { sponsor: '', stake: '', strategy: '', objective: 'explore' as const };
        const advice = advise([...METHODS, own], {
          ...brief,
          ...{ people: own.fit.people.min, minutes: 60, place: 'on_site', trust: 'high' },
        });
        expect(advice.map(({ methodKey }) => methodKey).sort()).toEqual(
          [...METHODS, own].map(({ key }) => key).sort(),
        );
        const reasons = advice.find(({ methodKey }) => methodKey === own.key)?.reasons ?? [];
        expect(reasons.map(({ code }) => code)).toContain('people-fit');
      }),
      { numRuns: 60 },
    );
  });

  it('is named by a key that says which version it is', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 17n }),
        fc.integer({ min: 1, max: 999_999 }),
        (id, version) => {
          expect(readOwnMethodKey(ownMethodKey(String(id), version))).toEqual({
            methodId: String(id),
            version,
          });
        },
      ),
    );
    for (const key of ['world-cafe', 'own-0-1', 'own-1-0', 'own-1', 'own--1-1'])
      expect(readOwnMethodKey(key)).toBeNull();
  });

  it.each([
    ['name', { name: { fr: ' ', en: '' } }, 'name'],
    ['dots', { dots: 0, phases: [{ ...phaseOf('a'), voting: true }] }, 'dots'],
    ['a key twice', { phases: [phaseOf('a'), phaseOf('a')] }, 'phases.1.key'],
    ['no objective', { fit: { ...fit(), objectives: none() } }, 'fit.objectives'],
    ['bounds', { fit: { ...fit(), people: { min: 9, max: 8 } } }, 'fit.people.max'],
  ])('is refused with the field at fault: %s', (_, change, field) => {
    const { key: _key, ...ready } = METHODS[0]!;
    const refused = ownMethodSchema.safeParse({ ...ready, ...change });
    expect(refused.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });
});

function phaseOf(key: string) {
  return { ...METHODS[0]!.phases[0]!, key };
}
function fit() {
  return METHODS[0]!.fit;
}
function none() {
  return { explore: 0, decide: 0, share: 0, imagine: 0, solve: 0, bind: 0 };
}
