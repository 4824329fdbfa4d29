import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { runDue } from './engine.js';
import { type EscalationWorkspace, escalationWorkspace } from './escalation.fixture.js';
import { followMentions } from './follow-mentions.js';
import { followStakeholders } from './follow-stakeholders.js';
import { decide } from './mentions.fixture.js';
import { openEscalation } from './open-escalation.js';
import { readEscalationDetail } from './read-escalation.js';

let workspace: EscalationWorkspace;
let legal: string;
let [anna, nadia, lawyer]: Actor[] = [];
const at = new Date('2026-05-05T10:00:00Z');

beforeAll(async () => {
  workspace = await escalationWorkspace();
  legal = await workspace.department('legal');
  anna = await workspace.person('Anna', 'community_manager');
  nadia = await workspace.person('Nadia', 'approver');
  lawyer = await workspace.person('Helene', 'approver', legal);
  await workspace.dataSource.query(`insert into department_duty (department_id, lead_id) values ($1, $2)`, [
    legal,
    lawyer.personId,
  ]);
  await workspace.policy('Everything', [{ targets: [{ kind: 'asked_lead' }], delayMinutes: 10, repeat: 0 }], {
    isDefault: true,
  });
  const byOwner = await workspace.policy('Salient', [
    { targets: [{ kind: 'stakeholder_owner' }], delayMinutes: 10, repeat: 0 },
  ]);
  await workspace.dataSource.query(
    `update escalation_policy set salience = '{definitive,dominant}' where id = $1`,
    [byOwner],
  );
});
afterAll(() => workspace.close());

/** A stakeholder with one account, of the realm of the posts of this workspace. */
async function speaker(name: string, { urgent, ownerId }: { urgent: boolean; ownerId: string | null }) {
  const [stakeholder]: { id: string }[] = await workspace.dataSource.query(
    `insert into stakeholder (realm, kind, category, name, sort_name, power, interest, has_power, has_legitimacy,
       has_urgency, owner_id)
     values ('training', 'group', 'unions', $1, lower($1), 8, 8, true, $2, $2, $3) returning id`,
    [name, urgent, ownerId],
  );
  const [author]: { id: string }[] = await workspace.dataSource.query(
    `insert into author (realm, network, key, handle) values ('training', 'training', $1, $1) returning id`,
    [name],
  );
  await workspace.dataSource.query(
    `insert into stakeholder_author (author_id, realm, stakeholder_id, how, reason)
     values ($1, 'training', $2, 'hand', '[]')`,
    [author?.id, stakeholder?.id],
  );
  return { stakeholderId: stakeholder!.id, authorId: author!.id };
}

/** A post by an author, or by nobody known, escalated to Legal and asked about; what the log says, oldest first. */
async function escalated(authorId: string | null) {
  const mentionId = await workspace.mention();
  await workspace.dataSource.query(`update mention set author_id = $2 where id = $1`, [mentionId, authorId]);
  await decide(workspace.dataSource, anna!, [mentionId], {
    action: 'escalate',
    note: 'What do we say?',
    departmentIds: [legal],
  });
  await followMentions(workspace.dataSource, () => at);
  await runDue(workspace.dataSource, () => at);
  const [row]: { id: string }[] = await workspace.dataSource.query(
    `select escalation_id as id from escalation_mention where mention_id = $1 and standing`,
    [mentionId],
  );
  const { log } = await readEscalationDetail(workspace.dataSource.manager, nadia!, row!.id);
  // Its policies ask once, and nobody else is there to be asked after that.
  return log.reverse().filter(({ kind }) => kind !== 'exhausted');
}

describe('an escalation of posts by a stakeholder', () => {
  it('goes by the policy for its salience to its owner, and the log says whose', async () => {
    const union = await speaker('Union CFT', { urgent: true, ownerId: nadia!.personId });
    const named = { id: union.stakeholderId, name: 'Union CFT', salience: 'definitive' };
    expect(await escalated(union.authorId)).toMatchObject([
      { kind: 'opened', params: { policy: 'Salient' }, stakeholder: named },
      { kind: 'asked', people: [{ name: 'Nadia', because: 'stakeholder_owner', stakeholder: named }] },
    ]);
  });

  it('falls, visibly, to the asked department where nobody is in charge of it', async () => {
    const orphan = await speaker('Residents', { urgent: true, ownerId: null });
    expect(await escalated(orphan.authorId)).toMatchObject([
      { kind: 'opened', params: { policy: 'Salient' } },
      { kind: 'asked', people: [{ name: 'Helene', because: 'lead_for_rota', stakeholder: null }] },
      { kind: 'no_owner', stakeholder: { id: orphan.stakeholderId, name: 'Residents' } },
    ]);
  });

  it('goes as every other where its class is not the one of the policy, where it is put away, or nobody speaks', async () => {
    const dormant = await speaker('Shop', { urgent: false, ownerId: nadia!.personId });
    const former = await speaker('Former', { urgent: true, ownerId: nadia!.personId });
    await workspace.dataSource.query(`update stakeholder set archived_at = now() where id = $1`, [
      former.stakeholderId,
    ]);
    for (const authorId of [dormant.authorId, former.authorId, null]) {
      expect(await escalated(authorId)).toMatchObject([
        { kind: 'opened', params: { policy: 'Everything' }, stakeholder: null },
        { kind: 'asked', people: [{ name: 'Helene', because: 'lead' }] },
      ]);
    }
  });
});

describe('an escalation of posts whose author turns out to speak for a stakeholder', () => {
  const attached = (authorId: string, when: string) =>
    workspace.dataSource.query('update stakeholder_author set attached_at = $2 where author_id = $1', [
      authorId,
      when,
    ]);
  /** Escalated while the account was nobody's; what the log says now, oldest first. */
  async function before(name: string) {
    const union = await speaker(name, { urgent: true, ownerId: nadia!.personId });
    await workspace.dataSource.query('update stakeholder set archived_at = now() where id = $1', [
      union.stakeholderId,
    ]);
    await escalated(union.authorId);
    await workspace.dataSource.query('update stakeholder set archived_at = null where id = $1', [
      union.stakeholderId,
    ]);
    const [row]: { id: string; askId: string }[] = await workspace.dataSource.query(
      `select e.id, a.id as "askId" from escalation e join escalation_ask a on a.escalation_id = e.id
       order by e.id desc limit 1`,
    );
    const log = async () => {
      const detail = await readEscalationDetail(workspace.dataSource.manager, nadia!, row!.id);
      return detail.log.reverse().filter(({ kind }) => kind !== 'exhausted');
    };
    return { ...union, ...row!, log };
  }
  const follow = () => followStakeholders(workspace.dataSource, () => at);
  const told = (id: string) =>
    workspace.dataSource.query(
      `select person_ids::text[] as people from notice where link = $1 and kind = $2`,
      [`/escalations/${id}`, 'escalation.rerouted'],
    );

  it('goes by the policy for its salience from then on, once, and asks from its top', async () => {
    const late = await before('Late union');
    await attached(late.authorId, '2026-05-05T10:01:00Z');
    expect(await Promise.all([follow(), follow()])).toEqual(expect.arrayContaining([1, 0]));
    await runDue(workspace.dataSource, () => at);
    const named = { id: late.stakeholderId, name: 'Late union', salience: 'definitive' };
    expect((await late.log()).slice(2)).toMatchObject([
      { kind: 'rerouted', params: { policy: 'Salient', before: 'Everything' }, stakeholder: named },
      { kind: 'asked', people: [{ name: 'Nadia', because: 'stakeholder_owner' }] },
    ]);
    const [notice, ...more] = await told(late.id);
    expect(new Set(notice.people)).toEqual(new Set([nadia!.personId, anna!.personId]));
    expect(more).toEqual([]);
    expect(await follow()).toBe(0);
    const [kept] = await workspace.dataSource.query(
      `select count(*)::integer as count from audit_entry where action = 'escalation.rerouted' and subject_id = $1`,
      [late.id],
    );
    expect(kept.count).toBe(1);
  });

  it('stays with whoever has taken it, who is told', async () => {
    const late = await before('Taken union');
    await workspace.dataSource.query(
      `update escalation_ask set state = 'acknowledged', owner_id = $2, acknowledged_at = $3, next_at = $4 where id = $1`,
      [late.askId, lawyer!.personId, at, '2026-05-05T10:45:00Z'],
    );
    await workspace.dataSource.query(
      `update escalation set state = 'acknowledged', acknowledged_at = $2 where id = $1`,
      [late.id, at],
    );
    await attached(late.authorId, '2026-05-05T10:01:00Z');
    expect(await follow()).toBe(1);
    const [ask] = await workspace.dataSource.query(
      'select state, owner_id, next_at from escalation_ask where id = $1',
      [late.askId],
    );
    expect(ask).toEqual({
      ...{ state: 'acknowledged', owner_id: lawyer!.personId },
      next_at: new Date('2026-05-05T10:45:00Z'),
    });
    expect((await told(late.id))[0].people).toContain(lawyer!.personId);
  });

  it('is left alone where the account was attached before, where the policy was chosen by hand, and once decided', async () => {
    const known = await before('Known union');
    await attached(known.authorId, '2026-05-05T09:59:00Z');
    const chosen = await before('Chosen union');
    await workspace.dataSource.query(
      `insert into escalation_log (escalation_id, at, kind, params) values ($1, $2, 'opened', '{"byHand": true}')`,
      [chosen.id, at],
    );
    const decided = await before('Decided union');
    await workspace.dataSource.query(
      `update escalation set state = 'closed', closed_at = $2, close_reason = 'done' where id = $1`,
      [decided.id, at],
    );
    for (const { authorId } of [chosen, decided]) await attached(authorId, '2026-05-05T10:01:00Z');
    expect(await follow()).toBe(0);
  });
});

describe('an escalation of a topic as a whole', () => {
  // Posts of this workspace are of 4 May, 8:00.
  const opened = (time: string) => new Date(`2026-05-${time}:00Z`);
  let topics = 0;
  async function topicWith(authorId: string | null): Promise<string> {
    topics += 1;
    const [topic]: { id: string }[] = await workspace.dataSource.query(
      `insert into topic (name, query) values ($1, 'canoe') returning id`,
      [`Canoes ${topics}`],
    );
    if (authorId !== null) await postOn(topic!.id, authorId);
    return topic!.id;
  }
  async function postOn(topicId: string, authorId: string): Promise<void> {
    const mentionId = await workspace.mention();
    await workspace.dataSource.query(`update mention set author_id = $2 where id = $1`, [
      mentionId,
      authorId,
    ]);
    await workspace.dataSource.query(
      `insert into mention_topic (topic_id, mention_id, published_at)
       select $1, mention_id, published_at from mention_identity where mention_id = $2`,
      [topicId, mentionId],
    );
  }
  async function escalate(topicId: string, now: Date): Promise<string> {
    const { id } = await inTransaction(workspace.dataSource, ({ manager }) =>
      openEscalation(
        manager,
        {
          ...{ subjectType: 'topic', subjectId: topicId, realm: 'training', level: 2 },
          ...{ topicIds: [topicId], question: 'Canoes', departmentIds: [], openedBy: null },
        },
        now,
      ),
    );
    await runDue(workspace.dataSource, () => now);
    return id;
  }
  async function logOf(id: string) {
    const { log } = await readEscalationDetail(workspace.dataSource.manager, nadia!, id);
    return log.reverse().filter(({ kind }) => kind !== 'exhausted');
  }

  it('goes by the policy for the salience of whoever spoke on it in the day before, to their owner', async () => {
    const union = await speaker('Topic union', { urgent: true, ownerId: nadia!.personId });
    const named = { id: union.stakeholderId, name: 'Topic union', salience: 'definitive' };
    const topicId = await topicWith(union.authorId);
    expect(await logOf(await escalate(topicId, opened('04T20:00')))).toMatchObject([
      { kind: 'opened', params: { policy: 'Salient' }, stakeholder: named },
      { kind: 'asked', people: [{ name: 'Nadia', because: 'stakeholder_owner', stakeholder: named }] },
    ]);
    const older = await topicWith(union.authorId);
    const [first] = await logOf(await escalate(older, opened('05T10:00')));
    expect(first).toMatchObject({ kind: 'opened', params: { policy: 'Everything' }, stakeholder: null });
  });

  it('turns to that policy, once, when a stakeholder speaks on it only later', async () => {
    const union = await speaker('Later union', { urgent: true, ownerId: nadia!.personId });
    const topicId = await topicWith(null);
    const id = await escalate(topicId, opened('04T07:00'));
    expect((await logOf(id))[0]).toMatchObject({ kind: 'opened', params: { policy: 'Everything' } });
    await postOn(topicId, union.authorId);
    await workspace.dataSource.query(`update stakeholder_author set attached_at = $2 where author_id = $1`, [
      union.authorId,
      opened('01T07:00'),
    ]);
    const follow = () => followStakeholders(workspace.dataSource, () => opened('04T09:00'));
    expect(await follow()).toBe(1);
    expect(await follow()).toBe(0);
    expect((await logOf(id)).at(-1)).toMatchObject({
      kind: 'rerouted',
      params: { policy: 'Salient' },
      stakeholder: { name: 'Later union' },
    });
  });
});
