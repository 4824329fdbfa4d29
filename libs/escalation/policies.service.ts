import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { readTellingPlan } from '#notifications';
import { CONFIG, type Config } from '#platform/config';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { conflict, invalidField, notFound } from '#platform/problem';
import type { EscalationActor } from './acting.js';
import type {
  changePolicy,
  EscalationPolicy,
  PolicyFields,
  PreviewedStep,
  previewPolicy,
} from './contract.js';
import { refuseBadTargets } from './policy-targets.js';
import { previewChain } from './preview.js';
import { emptySteps } from './reachable.js';
import { readAsConcerned } from './read-concerned.js';
import { readDutyBook } from './read-duty-book.js';
import { readPolicies } from './read-policies.js';
import { askedKind } from './tell-people.js';

const PREVIEWED_ROUNDS = 2;

/** Policies, and what would happen by them. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  list(): Promise<EscalationPolicy[]> {
    return view(this.dataSource.manager, null);
  }

  create(actor: EscalationActor, fields: PolicyFields): Promise<EscalationPolicy> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await refuseUnfit(manager, fields, null);
      const [row]: { id: string }[] = await manager.query(
        `insert into escalation_policy (name, description, topic_id, level_min, level_max, is_default, active,
           decide_minutes, steps, salience)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        columns(fields),
      );
      if (!row) throw new Error('a policy was not inserted');
      return this.finish(manager, actor, row.id, 'policy.created', { after: fields });
    });
  }

  change(
    actor: EscalationActor,
    policyId: string,
    { version, ...fields }: InputOf<typeof changePolicy>['body'],
  ): Promise<EscalationPolicy> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(`select from escalation_policy where id = $1 for update`, [policyId]);
      const [before] = await readPolicies(manager, policyId);
      if (!before) throw notFound('policy-not-found', 'There is no such policy.');
      if (before.version !== version) {
        throw conflict('changed-meanwhile', 'The policy was changed since you opened it.', {
          version: before.version,
        });
      }
      if (before.isDefault && before.active && !(fields.isDefault && fields.active)) {
        throw invalidField(
          'isDefault',
          'default-needed',
          'is needed: make another policy the default instead',
        );
      }
      await refuseUnfit(manager, fields, policyId);
      await manager.query(
        `update escalation_policy set name = $2, description = $3, topic_id = $4, level_min = $5, level_max = $6,
           is_default = $7, active = $8, decide_minutes = $9, steps = $10, salience = $11, version = version + 1, updated_at = now()
         where id = $1`,
        [policyId, ...columns(fields)],
      );
      return this.finish(manager, actor, policyId, 'policy.changed', { before, after: fields });
    });
  }

  async preview(body: InputOf<typeof previewPolicy>['body']): Promise<ResponseOf<typeof previewPolicy>> {
    const { manager } = this.dataSource;
    const at = new Date(body.at);
    const steps = previewChain(body, await readDutyBook(manager, at), {
      departmentId: body.departmentId,
      level: body.level,
      at,
      concerned: body.stakeholderId === null ? [] : await readAsConcerned(manager, body.stakeholderId),
      rounds: PREVIEWED_ROUNDS,
    });
    const ids = [...new Set(steps.flatMap(({ people }) => people.map(({ personId }) => personId)))];
    const people: { id: string; name: string }[] = await manager.query(
      `select id, name from person where id = any($1::bigint[])`,
      [ids],
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const plan = await readTellingPlan(manager, ids, { mail: this.config.mail !== null });
    return {
      steps: steps.map((step): PreviewedStep => {
        const matter = { kind: askedKind(step.loudness), level: body.level };
        return {
          ...step,
          at: step.at.toISOString(),
          people: step.people.map(({ personId, because }) => ({
            id: personId,
            name: names.get(personId) ?? '',
            because,
            channels: plan.person(personId, matter, step.at).map(({ by, at }) => ({
              by,
              at: at > step.at ? at.toISOString() : null,
            })),
          })),
          rooms: plan.rooms(
            step.people.map(({ personId }) => personId),
            matter,
          ),
        };
      }),
    };
  }

  private async finish(
    manager: EntityManager,
    actor: EscalationActor,
    policyId: string,
    action: string,
    change: { before?: unknown; after: unknown },
  ): Promise<EscalationPolicy> {
    await publishEvents(manager, [{ type: 'policy.changed', policyId }]);
    await recordDecision(manager, {
      actor,
      action,
      subjectType: 'escalation_policy',
      subjectId: policyId,
      ...change,
    });
    const [policy] = await view(manager, policyId);
    if (!policy) throw new Error('a policy is gone');
    return policy;
  }
}

const columns = (fields: PolicyFields) => [
  fields.name,
  fields.description,
  fields.topicId,
  fields.levelMin,
  fields.levelMax,
  fields.isDefault,
  fields.active,
  fields.decideMinutes,
  JSON.stringify(fields.steps),
  fields.salience,
];

async function refuseUnfit(
  manager: EntityManager,
  fields: PolicyFields,
  ownId: string | null,
): Promise<void> {
  const [named] = await manager.query(
    `select from escalation_policy where lower(name) = lower($1) and id is distinct from $2::bigint`,
    [fields.name, ownId],
  );
  if (named) throw invalidField('name', 'policy-name-taken', 'is the name of another policy');
  await refuseBadTargets(manager, fields);
  if (fields.isDefault && fields.active) {
    // There is one default: the new one takes the place of the old one.
    await manager.query(
      `update escalation_policy set is_default = false, version = version + 1
       where is_default and active and id is distinct from $1::bigint`,
      [ownId],
    );
  }
}

async function view(manager: EntityManager, id: string | null): Promise<EscalationPolicy[]> {
  const policies = await readPolicies(manager, id);
  const book = await readDutyBook(manager, new Date());
  const open: { policyId: string; count: number }[] = await manager.query(
    `select policy_id as "policyId", count(*)::integer as count from escalation
     where state in ('open', 'acknowledged') and policy_id is not null group by policy_id`,
  );
  return policies.map((policy) => ({
    ...policy,
    salience: [...policy.salience],
    steps: policy.steps as EscalationPolicy['steps'],
    updatedAt: policy.updatedAt.toISOString(),
    emptySteps: emptySteps(book, policy.steps),
    open: open.find(({ policyId }) => policyId === policy.id)?.count ?? 0,
  }));
}
