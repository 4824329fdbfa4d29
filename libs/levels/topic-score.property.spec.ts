import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintOf } from './fingerprint.js';
import { moveLevel } from './level-movement.js';
import { DEFAULT_LEVEL_SETTINGS as SETTINGS } from './level-settings.js';
import { scoreTopic } from './topic-score.js';
import type { TopicMention } from './topic-voices.js';

const NOW = Date.UTC(2026, 4, 5, 12);

const mention = fc.record({
  at: fc.integer({ min: NOW - 6 * 3_600_000 + 1, max: NOW }),
  severity: fc.integer({ min: 0, max: 100 }),
  author: fc.option(fc.integer({ min: 0, max: 40 }).map((number) => `author${number}`)),
  network: fc.constantFrom('x', 'facebook', 'mastodon', 'feed'),
  voice: fc.constantFrom('press' as const, 'influencer' as const, 'person' as const),
  negative: fc.boolean(),
  salience: fc.double({ min: 0, max: 1, noNaN: true }),
});
const mentions = fc
  .array(mention, { maxLength: 60 })
  .map((list): TopicMention[] =>
    list.map((one, place) => ({ ...one, id: String(place + 1), fingerprint: null })),
  );
const volume = fc.record({
  velocity: fc.double({ min: 0, max: 1, noNaN: true }),
  observed: fc.integer({ min: 0, max: 500 }),
  expected: fc.integer({ min: 1, max: 50 }),
});

describe('the score of a topic', () => {
  const scoreOf = (list: TopicMention[], about: { velocity: number; observed: number; expected: number }) =>
    scoreTopic(list, about, NOW, SETTINGS).score;

  it('is never lowered by a mention that is more severe, more salient or from the press', () => {
    fc.assert(
      fc.property(mentions, volume, fc.nat(), fc.nat(100), (list, about, which, more) => {
        if (list.length === 0) return;
        const before = scoreOf(list, about);
        const changed = (change: Partial<TopicMention>) =>
          list.map((one, place) => (place === which % list.length ? { ...one, ...change } : one));
        const one = list[which % list.length] as TopicMention;
        expect(
          scoreOf(changed({ severity: Math.min(100, one.severity + more) }), about),
        ).toBeGreaterThanOrEqual(before);
        expect(
          scoreOf(changed({ salience: Math.min(1, one.salience + more / 100) }), about),
        ).toBeGreaterThanOrEqual(before);
        expect(
          scoreOf(changed({ voice: one.voice === 'person' ? 'influencer' : 'press' }), about),
        ).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is never lowered by a further mention of other words, nor by more velocity', () => {
    fc.assert(
      fc.property(mentions, mention, volume, (list, further, about) => {
        const before = scoreOf(list, about);
        const added: TopicMention = { ...further, id: '1000', fingerprint: null };
        expect(scoreOf([...list, added], about)).toBeGreaterThanOrEqual(before);
        expect(
          scoreOf(list, { ...about, velocity: Math.min(1, about.velocity + 0.2) }),
        ).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is not raised by copies, whoever posts them and wherever', () => {
    const fingerprint = fingerprintOf('they knew about the brakes and said nothing to anybody');
    fc.assert(
      fc.property(mentions, volume, fc.array(mention, { maxLength: 40 }), (list, about, wave) => {
        const first: TopicMention = {
          ...(list[0] ?? NOBODY),
          id: '500',
          at: NOW - 5 * 3_600_000,
          fingerprint,
        };
        const copies = wave.map((one, place): TopicMention => ({
          ...one,
          id: String(1000 + place),
          at: Math.max(one.at, first.at + 1),
          fingerprint,
        }));
        const before = scoreOf([...list, first], about);
        expect(scoreOf([...list, first, ...copies], about)).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });

  it('stays within 0 and 100, and its points add up to it unless held back', () => {
    fc.assert(
      fc.property(mentions, volume, (list, about) => {
        const scored = scoreTopic(list, about, NOW, SETTINGS);
        const sum = scored.factors.reduce((total, { points }) => total + points, scored.severityPoints);
        expect(scored.score).toBeGreaterThanOrEqual(0);
        expect(scored.score).toBeLessThanOrEqual(100);
        if (scored.ceiling === null) expect(scored.score).toBeCloseTo(Math.min(100, sum), 9);
        else expect(scored.score).toBe(scored.ceiling);
        for (const { value } of scored.factors) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

describe('the movement of a level', () => {
  it('rises at once, and falls one step at a time after the hold time', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 300 });
    fc.assert(
      fc.property(scores, (list) => {
        let state = { level: 0 as const, belowSince: null } as Parameters<typeof moveLevel>[0];
        let since = 0;
        list.forEach((score, minute) => {
          const now = NOW + minute * 60_000;
          const next = moveLevel(state, score, now, SETTINGS);
          for (const level of [1, 2, 3, 4] as const)
            if (score >= SETTINGS.thresholds[level]) expect(next.level).toBeGreaterThanOrEqual(level);
          if (next.level < state.level) {
            expect(next.level).toBe(state.level - 1);
            expect(now - since).toBeGreaterThanOrEqual(
              SETTINGS.holdMinutes[state.level as 1 | 2 | 3 | 4] * 60_000,
            );
          }
          if (next.level !== state.level) since = now;
          state = next;
        });
      }),
    );
  });

  it('is not brought down by a score just under the threshold', () => {
    let state = moveLevel({ level: 0, belowSince: null }, 40, NOW, SETTINGS);
    expect(state.level).toBe(2);
    for (let minute = 1; minute < 600; minute++)
      state = moveLevel(state, SETTINGS.thresholds[2] - 3, NOW + minute * 60_000, SETTINGS);
    expect(state.level).toBe(2);
  });

  it('holds 30 minutes at 1 and 2, two hours at 3, twelve hours at 4', () => {
    let state = moveLevel({ level: 0, belowSince: null }, 95, NOW, SETTINGS);
    const falls: number[] = [];
    for (let minute = 1; minute <= 1000; minute++) {
      const next = moveLevel(state, 0, NOW + minute * 60_000, SETTINGS);
      if (next.level < state.level) falls.push(minute);
      state = next;
    }
    expect(falls).toEqual([721, 841, 871, 901]);
    expect(state.level).toBe(0);
  });
});

const NOBODY: Omit<TopicMention, 'id'> = {
  at: NOW,
  severity: 40,
  author: 'nobody',
  network: 'x',
  voice: 'person',
  negative: true,
  salience: 0,
  fingerprint: null,
};
