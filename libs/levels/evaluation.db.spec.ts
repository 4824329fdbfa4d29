import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { evaluateDue, settledMinute } from './evaluate-due.js';
import { addMentions, type GivenMention, type LevelsWorkspace, levelsWorkspace } from './levels.fixture.js';
import { TOPIC_MENTIONS } from './topic-mentions.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 4, 5, 6);
const at = (minute: number, second = 0) => new Date(START + minute * MINUTE + second * 1000);

let workspace: LevelsWorkspace;
let dataSource: DataSource;
beforeAll(async () => {
  workspace = await levelsWorkspace();
  dataSource = workspace.dataSource;
  await workspace.person('Samira', 'crisis_lead');
  await workspace.person('Camille', 'community_manager');
  await workspace.person('Elise', 'executive');
});
afterAll(() => workspace?.close());
beforeEach(async () => {
  await dataSource.query(`update topic set active = false`);
  await dataSource.query('delete from notice');
});

const evaluateAt = (now: Date, connection = dataSource) => evaluateDue(connection, () => now);

/** A slow day, then a wave of serious posts by many authors on three networks, then nothing. */
function wave(): GivenMention[] {
  const calm = Array.from({ length: 60 }, (_, place): GivenMention => ({
    at: at(place * 10),
    severity: 4,
    sentiment: 'neutral',
  }));
  const storm = Array.from({ length: 240 }, (_, place): GivenMention => ({
    at: at(610, place * 10),
    severity: 45 + (place % 10),
    level: 1,
    network: ['x', 'facebook', 'mastodon'][place % 3] ?? 'x',
  }));
  return [...calm, ...storm];
}

async function stateOf(topicId: string) {
  const [level] = await dataSource.query(
    `select level, automatic_level, below_since, round(score::numeric, 4) as score, spike, volume, evaluated_minute from topic_level
     where topic_id = $1 and realm = 'live'`,
    [topicId],
  );
  const minutes = await dataSource.query(
    `select minute, mentions, expected, anomaly, velocity, score, level from topic_minute where topic_id = $1 order by minute`,
    [topicId],
  );
  const events = await dataSource.query(
    `select at, kind, from_level, to_level, score from topic_level_event where topic_id = $1 order by at, id`,
    [topicId],
  );
  return { level, minutes, events };
}

describe('the evaluation of topics', () => {
  it('comes to the same whether a worker is there every minute, or away and then one of two', async () => {
    const watched = await workspace.topic('watched');
    await addMentions(dataSource, watched, 'live', wave());
    for (let minute = 604; minute <= 636; minute += 1) await evaluateAt(at(minute, 30));
    const inTime = await stateOf(watched);
    expect(inTime.events.map(({ kind }: { kind: string }) => kind)).toContain('rose');
    expect(Math.max(...inTime.minutes.map(({ level }: { level: number }) => level))).toBe(3);
    await dataSource.query(`update topic set active = false`);

    const unwatched = await workspace.topic('unwatched');
    await addMentions(dataSource, unwatched, 'live', wave());
    await evaluateAt(at(600, 30));
    const second = await workspace.connect();
    await Promise.all([evaluateAt(at(636, 30)), evaluateAt(at(636, 30), second)]);
    await evaluateAt(at(636, 30));
    const caughtUp = await stateOf(unwatched);
    expect(caughtUp.minutes).toEqual(inTime.minutes);
    expect(caughtUp.events).toEqual(inTime.events);
    expect(caughtUp.level).toEqual(inTime.level);
  });

  it('raises the level at once upon a severe mention, proposes an incident and tells those concerned', async () => {
    const topic = await workspace.topic('injury');
    await addMentions(dataSource, topic, 'live', [{ at: at(0), severity: 3 }]);
    await evaluateAt(at(28));
    await evaluateAt(at(30));
    await addMentions(dataSource, topic, 'live', [{ at: at(30, 5), severity: 72, level: 2 }]);
    await evaluateAt(at(30, 8));
    const { level, events } = await stateOf(topic);
    expect(level.level).toBe(2);
    expect(events).toMatchObject([
      { kind: 'rose', from_level: 0, to_level: 2, at: at(30, 8) },
      { kind: 'incident_proposed', to_level: 2 },
    ]);
    const notices: { kind: string; level: number; link: string; person_ids: string[] }[] =
      await dataSource.query(`select kind, level, link, person_ids from notice`);
    expect(notices).toMatchObject([{ kind: 'topic.level', level: 2, link: `/topics/${topic}?realm=live` }]);
    expect(notices[0]?.person_ids).toHaveLength(2);
    expect(await dataSource.query(`select 1 from topic_level_ask where topic_id = $1`, [topic])).toEqual([]);
  });

  it('keeps the realms apart', async () => {
    const topic = await workspace.topic('drill');
    await addMentions(dataSource, topic, 'training', [{ at: at(0), severity: 80, level: 3 }]);
    await addMentions(dataSource, topic, 'live', [{ at: at(0), severity: 2 }]);
    await evaluateAt(at(4));
    await evaluateAt(at(5));
    const rows = await dataSource.query(
      `select realm, level from topic_level where topic_id = $1 order by realm`,
      [topic],
    );
    expect(rows).toEqual([
      { realm: 'live', level: 0 },
      { realm: 'training', level: 2 },
    ]);
  });

  it('is not raised by a wave of copies', async () => {
    const text = 'they knew about the brakes for months and said nothing to anybody';
    const topic = await workspace.topic('copies');
    await addMentions(dataSource, topic, 'live', [{ at: at(0), severity: 30, text }]);
    await evaluateAt(at(19));
    await evaluateAt(at(20));
    const [{ level: before }] = await dataSource.query(`select level from topic_level where topic_id = $1`, [
      topic,
    ]);
    await addMentions(
      dataSource,
      topic,
      'live',
      Array.from({ length: 80 }, (_, place) => ({
        at: at(21, place % 60),
        severity: 60,
        text: `${text} !`,
        level: 2,
      })),
    );
    await evaluateAt(at(25));
    const [row] = await dataSource.query(`select level, evidence from topic_level where topic_id = $1`, [
      topic,
    ]);
    expect(row.level).toBe(before);
    expect(row.evidence.copies).toMatchObject([{ mentions: 81, coordinated: true }]);
  });

  it('counts what comes late once, and as news of the minute in which it is noticed', async () => {
    const topic = await workspace.topic('late');
    await addMentions(dataSource, topic, 'live', [{ at: at(0) }]);
    await evaluateAt(at(59));
    await evaluateAt(at(60));
    await addMentions(dataSource, topic, 'live', [{ at: at(40) }, { at: at(41) }, { at: at(59) }]);
    await evaluateAt(at(61, 30));
    await evaluateAt(at(75, 30));
    const { minutes } = await stateOf(topic);
    expect(minutes.reduce((sum: number, { mentions }: { mentions: number }) => sum + mentions, 0)).toBe(4);
    expect(minutes.find(({ mentions }: { mentions: number }) => mentions === 3).minute).toEqual(at(59));
  });

  it('takes a minute in only once it has settled', () => {
    expect(settledMinute(at(10, 19))).toEqual(at(8));
    expect(settledMinute(at(10, 20))).toEqual(at(9));
  });

  it('reads mentions through indexes only', async () => {
    await dataSource.query('analyze mention, mention_topic, mention_counter');
    const plan: { 'QUERY PLAN': string }[] = await dataSource.transaction(async (manager) => {
      await manager.query('set local enable_seqscan = off');
      return manager.query(`explain ${TOPIC_MENTIONS}`, ['1', 'live', at(0), at(360), 10, 60, 500]);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).not.toMatch(/Seq Scan on mention/);
    expect(text).toMatch(/mention_topic_pkey/);
    expect(text).toMatch(/published_at/);
  });
});
