import type { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { composeDecision, type DecisionBody } from './compose-decision.js';
import { decideAsk } from './decide-ask.js';
import { escalationWorkspace } from './escalation.fixture.js';
import { listPage } from './list-escalations.js';
import { readEscalationDetail } from './read-escalation.js';

/**
 * For tests of escalations that open and close by themselves: three workers' connections, a legal department with its lead,
 * a default policy that asks that lead, and one from level 3 that asks the crisis lead.
 */
export async function selfEscalating(clock: () => Date) {
  const workspace = await escalationWorkspace();
  const { dataSource } = workspace;
  const others: DataSource[] = [await workspace.connect(), await workspace.connect()];
  const legal = await workspace.department('legal');
  const lawyer = await workspace.person('Helene', 'approver', legal);
  const asker = await workspace.person('Camille', 'community_manager');
  const crisisLead = await workspace.person('Julien', 'crisis_lead');
  await dataSource.query(`insert into department_duty (department_id, lead_id) values ($1, $2)`, [
    legal,
    lawyer.personId,
  ]);
  const steps = [{ targets: [{ kind: 'asked_lead' as const }], delayMinutes: 10, repeat: 0 }];
  await workspace.policy('Default', steps, { isDefault: true });
  await workspace.policy(
    'Crisis',
    [{ targets: [{ kind: 'role', role: 'crisis_lead' }], delayMinutes: 5, repeat: 0 }],
    { levelMin: 3 },
  );
  const within = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(dataSource, work);
  return {
    workspace,
    dataSource,
    others,
    legal,
    lawyer,
    asker,
    crisisLead,
    within,
    /** The escalations of a matter, the newest first. */
    ofSubject: async (subjectType: 'answer_request' | 'topic', subjectId: string) =>
      (
        await listPage(dataSource.manager, lawyer, {
          subjectType,
          subjectId,
          sort: 'newest',
          limit: 20,
        })
      ).items,
    /** What its log says happened, in order. */
    async logged(escalationId: string): Promise<string[]> {
      const rows: { kind: string }[] = await dataSource.query(
        `select kind from escalation_log where escalation_id = $1 order by id`,
        [escalationId],
      );
      return rows.map(({ kind }) => kind);
    },
    /** Decides the first question of it as this person. */
    async decides(actor: Actor, escalationId: string, body: Partial<DecisionBody>) {
      const { asks } = await readEscalationDetail(dataSource.manager, actor, escalationId);
      const [ask] = asks;
      if (!ask) throw new Error('nobody is asked');
      const full = { placeholders: {}, ...body } as DecisionBody;
      return within(({ manager }) =>
        decideAsk(
          manager,
          actor,
          { escalationId, askId: ask.id },
          (hand) => composeDecision(manager, actor, hand, full, null),
          clock(),
        ),
      );
    },
  };
}
