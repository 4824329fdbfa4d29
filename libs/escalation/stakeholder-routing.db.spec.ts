import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import { runDue } from './engine.js';
import { type EscalationWorkspace, escalationWorkspace } from './escalation.fixture.js';
import { followMentions } from './follow-mentions.js';
import { decide } from './mentions.fixture.js';
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
}, 60_000);
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
