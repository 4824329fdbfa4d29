import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { addTopic } from '#topics';
import { drainQueue } from './drain-queue.js';
import { storePage } from './intake.js';
import { MentionsService } from './mentions.service.js';
import { TriageService } from './triage.service.js';
import { countersAndRecount, incoming, specWorkspace, type SpecWorkspace } from './workspace.fixture.js';

let workspace: SpecWorkspace;
let triage: TriageService;
let mentions: MentionsService;
let camille: Actor;
let dominique: Actor;
let legalId: string;

beforeAll(async () => {
  workspace = await specWorkspace();
  triage = new TriageService(workspace.dataSource);
  mentions = new MentionsService(workspace.dataSource);
  camille = await workspace.person('Camille', 'community_manager');
  dominique = await workspace.person('Dominique', 'community_manager');
  [{ id: legalId }] = await workspace.dataSource.query(
    `insert into department (key, name_fr, name_en) values ('legal', 'Juridique', 'Legal') returning id`,
  );
});
afterAll(() => workspace?.close());

let next = 0;
let mentionId: string;
const arrive = async (given = {}): Promise<string> => {
  next += 1;
  const [outcome] = await storePage(workspace.dataSource, [incoming(next, given)]);
  await drainQueue(workspace.dataSource);
  if (outcome?.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  return outcome.mentionId;
};
beforeEach(async () => {
  mentionId = await arrive();
});
const stored = async (id = mentionId) =>
  (
    await workspace.dataSource.query(
      `select state, assignee_id as assignee, version from mention where id = $1`,
      [id],
    )
  )[0];
const audited = async (id = mentionId): Promise<string[]> =>
  (
    await workspace.dataSource.query(
      `select action from audit_entry where subject_type = 'mention' and subject_id = $1 order by position`,
      [id],
    )
  ).map((row: { action: string }) => row.action);
const events = async (type: string, id = mentionId) =>
  workspace.dataSource.query(
    `select payload from event where type = $1 and payload->>'mentionId' = $2 order by id`,
    [type, id],
  );

describe('a decision', () => {
  it('moves the mention, goes on record and reaches the screens', async () => {
    const outcome = await triage.decideOne(camille, mentionId, { action: 'take', version: 1 });
    expect(outcome.mention).toMatchObject({
      id: mentionId,
      state: 'in_progress',
      assignee: { id: camille.personId, name: 'Camille' },
      version: 2,
    });
    expect(await audited()).toEqual(['mention.taken']);
    expect(await events('mention.changed')).toEqual([
      {
        payload: {
          mentionId,
          state: 'in_progress',
          assigneeId: camille.personId,
          version: 2,
          by: camille.personId,
        },
      },
    ]);
    const { decisions } = await mentions.read(mentionId);
    expect(decisions).toMatchObject([
      { action: 'take', by: { name: 'Camille' }, from: { state: 'new' }, undone: false },
    ]);
  });

  it('is refused when a colleague was faster, says who, and changes nothing', async () => {
    await triage.decideOne(dominique, mentionId, { action: 'take' });
    await expect(
      triage.decideOne(camille, mentionId, { action: 'no_reply', reason: 'troll', version: 1 }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'mention-changed-meanwhile',
      params: { by: 'Dominique', state: 'in_progress', version: 2 },
    });
    expect(await stored()).toMatchObject({ state: 'in_progress', version: 2 });
    expect(await audited()).toEqual(['mention.taken']);
  });

  it('lets one of two colleagues take the mention when both try at once', async () => {
    const both = await Promise.allSettled(
      [camille, dominique].map((actor) => triage.decideOne(actor, mentionId, { action: 'take', version: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await stored()).version).toBe(2);
  });

  it('is refused once the mention is answered', async () => {
    await workspace.dataSource.query(`update mention set state = 'answered' where id = $1`, [mentionId]);
    await expect(
      triage.decideOne(camille, mentionId, { action: 'reopen', version: 7 }),
    ).rejects.toMatchObject({
      code: 'mention-already-answered',
    });
  });

  it('is refused where the state does not allow it', async () => {
    await expect(triage.decideOne(camille, mentionId, { action: 'reopen' })).rejects.toMatchObject({
      code: 'transition-not-allowed',
    });
  });

  it('names the field of an assignee who does not handle mentions, and of an unknown department', async () => {
    const approver = await workspace.person(`Approver${next}`, 'approver');
    for (const assigneeId of [approver.personId, '999999']) {
      await expect(
        triage.decideOne(camille, mentionId, { action: 'assign', assigneeId }),
      ).rejects.toMatchObject({
        status: 422,
        code: 'unknown-person',
        errors: [{ field: 'assigneeId' }],
      });
    }
    await expect(
      triage.decideOne(camille, mentionId, {
        action: 'escalate',
        note: 'May we say this?',
        departmentIds: [legalId, '424242'],
      }),
    ).rejects.toMatchObject({ code: 'unknown-department', errors: [{ field: 'departmentIds' }] });
    expect(await stored()).toEqual({ state: 'new', assignee: null, version: 1 });
  });

  it('keeps what an escalation asks, and whom', async () => {
    await triage.decideOne(camille, mentionId, {
      action: 'escalate',
      note: 'May we say this?',
      departmentIds: [legalId],
    });
    expect((await mentions.read(mentionId)).escalation).toEqual({
      departmentIds: [legalId],
      note: 'May we say this?',
    });
    await triage.decideOne(camille, mentionId, { action: 'reopen' });
    expect((await mentions.read(mentionId)).escalation).toBeNull();
  });

  it('is refused on what is unknown, unclassified or one’s own', async () => {
    const own = await arrive({ own: true });
    const [waiting] = await storePage(workspace.dataSource, [incoming(100_000 + next)]);
    const ids = ['999999999', own, (waiting as { mentionId: string }).mentionId];
    for (const id of ids) {
      await expect(triage.decideOne(camille, id, { action: 'take' })).rejects.toMatchObject({
        code: 'mention-not-found',
      });
      await expect(mentions.read(id)).rejects.toMatchObject({ status: 404, code: 'mention-not-found' });
      await expect(mentions.announce(camille, id, 'viewing')).rejects.toMatchObject({
        code: 'mention-not-found',
      });
    }
  });
});

describe('a decision on many', () => {
  it('is taken where it applies and told where not', async () => {
    const other = await arrive();
    await triage.decideOne(camille, other, { action: 'no_reply', reason: 'spam' });
    const result = await triage.decideMany(camille, [mentionId, other, '999999999', mentionId], {
      action: 'no_reply',
      reason: 'other',
      note: 'a wave of the same text',
    });
    expect(result.decided.map(({ mention }) => [mention.id, mention.state])).toEqual([
      [mentionId, 'no_reply'],
    ]);
    expect(result.refused.map(({ mentionId: id, code }) => [id, code])).toEqual([
      [other, 'transition-not-allowed'],
      ['999999999', 'mention-not-found'],
    ]);
    expect(await audited()).toEqual(['mention.no_reply']);
  });

  it('of 500 mentions crosses one of the same without a deadlock', async () => {
    const page = Array.from({ length: 500 }, (_, place) => incoming(200_000 + next * 1000 + place));
    const ids = (await storePage(workspace.dataSource, page)).flatMap((row) =>
      'mentionId' in row ? [row.mentionId] : [],
    );
    await drainQueue(workspace.dataSource);
    const [first, second] = await Promise.all([
      triage.decideMany(camille, ids, { action: 'take' }),
      triage.decideMany(dominique, [...ids].reverse(), { action: 'no_reply', reason: 'duplicate' }),
    ]);
    expect(first.decided.length + first.refused.length).toBe(500);
    expect(second.decided.length + second.refused.length).toBe(500);
  });
});

describe('undo', () => {
  it('brings back what was, and goes on record', async () => {
    const { decisionId } = await triage.decideOne(camille, mentionId, { action: 'take' });
    const { mentions: undone, refused } = await triage.undo(camille, [decisionId]);
    expect(refused).toEqual([]);
    expect(undone).toMatchObject([{ id: mentionId, state: 'new', assignee: null, version: 3 }]);
    expect(await audited()).toEqual(['mention.taken', 'mention.decision_undone']);
    expect((await mentions.read(mentionId)).decisions).toMatchObject([{ undone: true }]);
    expect((await triage.undo(camille, [decisionId])).refused).toMatchObject([{ code: 'already-undone' }]);
  });

  it('is refused to a colleague, after ten minutes, and when something happened since', async () => {
    const { decisionId } = await triage.decideOne(camille, mentionId, { action: 'take' });
    expect((await triage.undo(dominique, [decisionId, '999999999'])).refused).toMatchObject([
      { decisionId, code: 'not-your-decision' },
      { code: 'decision-not-found' },
    ]);
    await triage.decideOne(dominique, mentionId, { action: 'take' });
    expect((await triage.undo(camille, [decisionId])).refused).toMatchObject([
      { code: 'mention-changed-meanwhile' },
    ]);
    await workspace.dataSource.query(`update decision set at = at - interval '11 minutes' where id = $1`, [
      decisionId,
    ]);
    expect((await triage.undo(camille, [decisionId])).refused).toMatchObject([{ code: 'too-late' }]);
    expect(await stored()).toMatchObject({ assignee: dominique.personId, version: 3 });
  });

  it('happens once when it is asked for twice at the same moment', async () => {
    const { decisionId } = await triage.decideOne(camille, mentionId, { action: 'take' });
    const results = await Promise.all([
      triage.undo(camille, [decisionId]),
      triage.undo(camille, [decisionId]),
    ]);
    expect(results.map(({ mentions: undone }) => undone.length).sort()).toEqual([0, 1]);
    expect((await stored()).version).toBe(3);
  });
});

describe('a correction', () => {
  it('overrules the judgement, keeps it, and moves the counters of the mention and its topics', async () => {
    const topicId = await inTransaction(workspace.dataSource, ({ manager }) =>
      addTopic(manager, null, { name: `Delivery ${next}`, description: '', query: 'delivery' }),
    );
    const id = await arrive();
    const automatic = await mentions.read(id);
    expect(automatic.topicIds).toContain(topicId);
    const corrected = await triage.correct(camille, id, {
      level: 4,
      harm: 'injury_or_death',
      reason: 'it says so',
    });
    expect(corrected).toMatchObject({
      level: 4,
      harm: 'injury_or_death',
      intent: automatic.intent,
      assessment: {
        level: 4,
        advice: 'escalate',
        correctedBy: 'Camille',
        reasons: automatic.assessment.reasons,
      },
    });
    const [kept] = await workspace.dataSource.query(
      `select before, reason from correction where mention_id = $1`,
      [id],
    );
    expect(kept).toMatchObject({
      before: { level: automatic.level, harm: automatic.harm },
      reason: 'it says so',
    });
    expect(await audited(id)).toEqual(['mention.assessment_corrected']);
    const { counted, recounted } = await countersAndRecount(workspace.dataSource);
    expect(counted).toEqual(recounted);
  });

  it('is refused when it corrects nothing, or names what is not known', async () => {
    const { level } = await mentions.read(mentionId);
    await expect(triage.correct(camille, mentionId, { level, reason: 'x' })).rejects.toMatchObject({
      status: 422,
      code: 'nothing-to-correct',
    });
    await expect(triage.correct(camille, mentionId, { harm: 'boredom', reason: 'x' })).rejects.toMatchObject({
      code: 'unknown-category',
      errors: [{ field: 'harm' }],
    });
    await expect(
      triage.correct(camille, mentionId, { intent: 'boredom', reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'unknown-category',
      errors: [{ field: 'intent' }],
    });
    await expect(triage.correct(camille, '999999999', { level: 1, reason: 'x' })).rejects.toMatchObject({
      code: 'mention-not-found',
    });
  });
});
