import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { changeSettings, viewSettings } from './change-settings.js';
import { evaluateDue } from './evaluate-due.js';
import { readLevelDetail } from './level-detail.js';
import { DEFAULT_LEVEL_SETTINGS } from './level-settings.js';
import { addMentions, type LevelsWorkspace, levelsWorkspace } from './levels.fixture.js';
import { previewSettings } from './preview-settings.js';
import { addNote, releaseLevel, setLevel } from './set-level.js';
import { timelineOf } from './timeline.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 4, 5, 6);
const at = (minute: number) => new Date(START + minute * MINUTE);

let workspace: LevelsWorkspace;
let lead: Actor;
let topicId: string;
beforeAll(async () => {
  workspace = await levelsWorkspace();
  lead = await workspace.person('Samira', 'crisis_lead');
  topicId = await workspace.topic('brakes');
  await addMentions(workspace.dataSource, topicId, 'live', [
    { at: at(0), severity: 60, level: 2, text: 'the brakes of the scooter failed in the rain' },
    { at: at(1), severity: 20, text: 'brakes again and again my brakes never work' },
  ]);
  await evaluateDue(workspace.dataSource, () => at(2));
  await evaluateDue(workspace.dataSource, () => at(4));
});
afterAll(() => workspace?.close());

const within = <T>(work: (manager: Parameters<typeof viewSettings>[0]) => Promise<T>) =>
  inTransaction(workspace.dataSource, ({ manager }) => work(manager));
const kinds = async () =>
  (await within((manager) => timelineOf(manager, topicId, 'live', '24h', at(60)))).events.map(
    ({ kind }) => kind,
  );

describe('a level set by hand', () => {
  it('stands until its end, whatever the automatic level does, and is on record', async () => {
    await within((manager) =>
      setLevel(
        manager,
        lead,
        topicId,
        { realm: 'live', level: 4, until: at(30).toISOString(), reason: 'A victim is confirmed' },
        at(5),
      ),
    );
    await evaluateDue(workspace.dataSource, () => at(20));
    const during = await within((manager) => readLevelDetail(manager, topicId, 'live', null, at(20)));
    expect(during).toMatchObject({
      level: 4,
      standing: { level: 4, byHand: true, automaticLevel: 2 },
      manual: { level: 4, reason: 'A victim is confirmed', by: { name: 'Samira' } },
    });
    await evaluateDue(workspace.dataSource, () => at(33));
    const after = await within((manager) => readLevelDetail(manager, topicId, 'live', null, at(33)));
    expect(after).toMatchObject({ level: 2, standing: { byHand: false }, manual: null });
    expect(await kinds()).toEqual(['hand_ended', 'set_by_hand', 'incident_proposed', 'rose']);
    const record: { action: string }[] = await workspace.dataSource.query(
      `select action from audit_entry where subject_type = 'topic' and subject_id = $1 order by position`,
      [topicId],
    );
    expect(record.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['topic.level_moved', 'topic.level_set']),
    );
  });

  it('needs an end that lies ahead, and can be ended before it', async () => {
    const setTo = (until: Date) =>
      within((manager) =>
        setLevel(
          manager,
          lead,
          topicId,
          { realm: 'live', level: 1, until: until.toISOString(), reason: 'x' },
          at(40),
        ),
      );
    await expect(setTo(at(39))).rejects.toMatchObject({ code: 'until-not-ahead' });
    await expect(
      within((manager) => releaseLevel(manager, lead, topicId, 'live', at(40))),
    ).rejects.toMatchObject({
      code: 'no-level-by-hand',
    });
    await setTo(at(100));
    await within((manager) => releaseLevel(manager, lead, topicId, 'live', at(41)));
    const detail = await within((manager) => readLevelDetail(manager, topicId, 'live', null, at(41)));
    expect(detail).toMatchObject({ level: 2, manual: null });
  });
});

describe('the topic page', () => {
  it('says what drives the level, and what stood at a past moment', async () => {
    const detail = await within((manager) => readLevelDetail(manager, topicId, 'live', at(3), at(50)));
    expect(detail.level).toBe(2);
    expect(detail.posts[0]).toMatchObject({ severity: 60 });
    expect(detail.words).toEqual([{ word: 'brakes', mentions: 2 }]);
    expect(detail.networks).toEqual([{ network: 'x', mentions: 2 }]);
    expect(detail.score.factors.map(({ factor }) => factor)).toHaveLength(7);
  });

  it('carries notes at their moment, not ahead of now', async () => {
    const note = (moment: Date) =>
      within((manager) =>
        addNote(
          manager,
          lead,
          topicId,
          { realm: 'live', at: moment.toISOString(), note: 'The press calls' },
          at(50),
        ),
      );
    await note(at(10));
    expect(await kinds()).toContain('note');
    await expect(note(at(55))).rejects.toMatchObject({ code: 'at-ahead' });
  });
});

describe('the settings', () => {
  const strict = { ...DEFAULT_LEVEL_SETTINGS, thresholds: { 1: 60, 2: 70, 3: 80, 4: 90 } };

  it('can be tried on the past, and change nothing by that', async () => {
    const preview = await within((manager) => previewSettings(manager, topicId, 'live', strict, at(600)));
    expect(preview.minutesAtLevel.now[2]).toBeGreaterThan(0);
    expect(preview.minutesAtLevel.then[0]).toBe(30 * 1440);
    expect(preview.moves).toEqual([]);
    expect((await within(viewSettings)).version).toBe(0);
  });

  it('are put in force as versions, from the version one has seen', async () => {
    const change = (version: number) =>
      within((manager) =>
        changeSettings(manager, lead, { version, settings: strict, reason: 'Too nervous' }),
      );
    await change(0);
    await expect(change(0)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(change(1)).rejects.toMatchObject({ code: 'nothing-to-change' });
    expect(await within(viewSettings)).toMatchObject({
      version: 1,
      settings: strict,
      versions: [{ version: 1, reason: 'Too nervous', by: { name: 'Samira' } }],
    });
  });
});
