import { describe, expect, it } from '@jest/globals';
import { levelOfScore } from './level-movement.js';
import { DEFAULT_LEVEL_SETTINGS as SETTINGS } from './level-settings.js';
import { scoreTopic, type TopicVolume } from './topic-score.js';
import type { TopicMention } from './topic-voices.js';

const NOW = Date.UTC(2026, 4, 5, 12);
const QUIET: TopicVolume = { velocity: 0, observed: 1, expected: 1 };
const SURGE: TopicVolume = { velocity: 1, observed: 900, expected: 12 };

/** `count` mentions of distinct authors and words, spread over the given hours and networks. */
function crowd(
  count: number,
  given: Partial<TopicMention> & { networks?: string[]; hours?: number; severities: readonly number[] },
): TopicMention[] {
  const { networks = ['x'], hours = 1, severities, ...rest } = given;
  return Array.from({ length: count }, (_, place) => ({
    id: `${severities.join('')}${count}${place}`,
    at: NOW - Math.floor((place * hours * 3_600_000) / count),
    severity: severities[place % severities.length] ?? 0,
    author: `author ${severities.join('')} ${place}`,
    network: networks[place % networks.length] ?? 'x',
    voice: 'person',
    negative: true,
    salience: 0,
    fingerprint: null,
    ...rest,
  }));
}

const levelOf = (mentions: TopicMention[], volume: TopicVolume) =>
  levelOfScore(scoreTopic(mentions, volume, NOW, SETTINGS).score, SETTINGS);

/** The worked examples of the trade. Severities are what the assessment gives: harm, evidence, wording, sentiment, author. */
describe('the level of a topic, by the worked examples', () => {
  it('a lone troll: 0', () => {
    expect(levelOf(crowd(1, { severities: [25] }), QUIET)).toBe(0);
    expect(
      levelOf(
        [...crowd(1, { severities: [25] }), ...crowd(20, { severities: [3], negative: false, hours: 5 })],
        QUIET,
      ),
    ).toBe(0);
  });

  it('a viral joke: 1, however far it goes', () => {
    const joke = { severities: [5, 4, 8], networks: ['x', 'bluesky', 'mastodon'], negative: false, hours: 3 };
    expect(levelOf(crowd(800, joke), SURGE)).toBe(1);
    expect(levelOf([...crowd(1200, joke), ...crowd(8, { ...joke, voice: 'press' })], SURGE)).toBe(1);
  });

  it('an outage, thousands of complaints: 2, the angriest of them included', () => {
    const outage = { severities: [28, 24, 32, 30], networks: ['x', 'facebook'], hours: 4 };
    expect(levelOf(crowd(1400, outage), SURGE)).toBe(2);
    expect(levelOf([...crowd(1400, outage), ...crowd(3, { severities: [58], networks: ['x'] })], SURGE)).toBe(
      2,
    );
  });

  it('a CEO’s offensive remark taken up by the press: 3', () => {
    const remark = { severities: [52, 55, 60], networks: ['x', 'facebook'], hours: 3 };
    expect(
      levelOf([...crowd(400, remark), ...crowd(4, { ...remark, voice: 'press', networks: ['feed'] })], SURGE),
    ).toBe(3);
  });

  it('a discriminatory advertisement, cross-network: 3', () => {
    const advertisement = { severities: [52, 57], networks: ['x', 'facebook', 'instagram'], hours: 3 };
    expect(levelOf(crowd(600, advertisement), SURGE)).toBe(3);
  });

  it('a data breach confirmed by a journalist: 3', () => {
    const breach = { severities: [55, 60], networks: ['x', 'mastodon'], hours: 2 };
    const volume = { velocity: 0.7, observed: 120, expected: 10 };
    const journalist = crowd(1, { severities: [65], voice: 'press', networks: ['x'] });
    expect(levelOf([...crowd(90, breach), ...journalist], volume)).toBe(3);
  });

  it('one first-hand report of an injury by a product, with photo: 2 at once, before any volume', () => {
    for (const severity of [60, 70, 80, 90]) {
      expect(levelOf(crowd(1, { severities: [severity] }), QUIET)).toBe(2);
    }
  });

  it('a plant explosion with victims: 4', () => {
    const explosion = { severities: [70, 75, 68], networks: ['x', 'facebook', 'mastodon'] };
    expect(
      levelOf(
        [...crowd(500, explosion), ...crowd(6, { ...explosion, voice: 'press', networks: ['feed'] })],
        SURGE,
      ),
    ).toBe(4);
  });
});
