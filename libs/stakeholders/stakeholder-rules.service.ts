import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { createRule, listRules, previewRule, StakeholderRuleView } from '#contract/stakeholders';
import type { InputOf, Realm, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { invalid, notFound } from '#platform/problem';
import { announceChanges } from './announce-changes.js';
import { askReweighing } from './ask-reweighing.js';
import { type ComparedAuthor, holdAttaching } from './attach-by-rules.js';
import { type AttachRule, matchRule, readTerm, type RuleKind, type TermProblem } from './attach-rule.js';
import { lockStakeholder, refuseUnchangeable } from './stakeholder-record.js';

/** A preview looks at so many of the newest accounts. */
const PREVIEWED = 20_000;
const SHOWN = 50;

/** Rules by which authors are attached. */
@Injectable()
export class StakeholderRulesService {
  constructor(private readonly dataSource: DataSource) {}

  async list({ realm }: InputOf<typeof listRules>['query']): Promise<ResponseOf<typeof listRules>> {
    return { items: await readRuleViews(this.dataSource.manager, 's.realm = $1', realm) };
  }

  preview({
    stakeholderId,
    ...given
  }: InputOf<typeof previewRule>['body']): Promise<ResponseOf<typeof previewRule>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const stakeholder = await lockStakeholder(manager, stakeholderId);
      refuseUnchangeable(stakeholder);
      return previewOf(manager, stakeholder, { kind: given.kind, terms: checkedTerms(given) });
    });
  }

  create(
    actor: Actor,
    { stakeholderId, ...given }: InputOf<typeof createRule>['body'],
  ): Promise<StakeholderRuleView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const stakeholder = await lockStakeholder(manager, stakeholderId);
      refuseUnchangeable(stakeholder);
      const rule = { kind: given.kind, terms: checkedTerms(given), note: '' };
      const id = await insertRule(manager, stakeholderId, rule, actor.personId);
      const after = { ruleId: id, kind: rule.kind, terms: rule.terms.length };
      await announceChanges(manager, actor, [
        { stakeholderId, realm: stakeholder.realm, action: 'rule_added', after },
      ]);
      const [view] = await readRuleViews(manager, 'r.id = $1', id);
      if (!view) throw new Error(`rule ${id} was not stored`);
      return view;
    });
  }

  remove(actor: Actor, ruleId: string): Promise<null> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      // No worker is attaching by it meanwhile.
      await holdAttaching(manager);
      const [[rule]]: [{ stakeholderId: string }[], number] = await manager.query(
        `update stakeholder_rule set removed_at = clock_timestamp() where id = $1 and removed_at is null
         returning stakeholder_id as "stakeholderId"`,
        [ruleId],
      );
      if (!rule) throw notFound('rule-not-found', 'There is no such rule.');
      const { realm } = await lockStakeholder(manager, rule.stakeholderId);
      const released = await releaseAuthors(manager, ruleId);
      await announceChanges(manager, actor, [
        {
          stakeholderId: rule.stakeholderId,
          realm,
          action: 'rule_removed',
          after: { ruleId, released: released.length },
        },
      ]);
      return null;
    });
  }
}

/** Lets go of whom a rule attached; another rule may hold for them. */
async function releaseAuthors(manager: EntityManager, ruleId: string): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    'delete from stakeholder_author where rule_id = $1 returning author_id as id',
    [ruleId],
  );
  const ids = rows.map(({ id }) => id);
  await manager.query('update author set to_attach = true where id = any($1::bigint[])', [ids]);
  await askReweighing(manager, ids);
  return ids;
}

/** A rule for what comes, and for all authors known so far. Returns its id. */
export async function insertRule(
  manager: EntityManager,
  stakeholderId: string,
  { kind, terms, note }: { kind: RuleKind; terms: readonly string[]; note: string },
  personId: string,
): Promise<string> {
  await holdAttaching(manager);
  const [row]: { id: string }[] = await manager.query(
    `insert into stakeholder_rule (stakeholder_id, kind, terms, note, created_by, check_until)
     values ($1, $2, $3::text[], $4, $5, (select coalesce(max(id), 0) from author)) returning id`,
    [stakeholderId, kind, terms, note, personId],
  );
  if (!row) throw new Error('a rule was not stored');
  return row.id;
}

/** Holds the rules of a stakeholder against all authors once more. */
export async function checkRulesAgain(manager: EntityManager, stakeholderId: string): Promise<void> {
  await holdAttaching(manager);
  await manager.query(
    `update stakeholder_rule set checked_to = 0, check_until = (select coalesce(max(id), 0) from author)
     where stakeholder_id = $1 and removed_at is null`,
    [stakeholderId],
  );
}

async function previewOf(
  manager: EntityManager,
  stakeholder: { id: string; realm: Realm },
  rule: AttachRule,
): Promise<ResponseOf<typeof previewRule>> {
  const authors: (ComparedAuthor & {
    handle: string | null;
    name: string | null;
    speaksFor: string | null;
    dismissed: boolean;
  })[] = await manager.query(
    `select a.id, a.realm, a.network, a.key, a.url, a.bio, a.handle, a.name, sa.stakeholder_id as "speaksFor",
       d.author_id is not null as dismissed
     from (select * from author where realm = $1 and erased_at is null order by id desc limit ${PREVIEWED}) a
     left join stakeholder_author sa on sa.author_id = a.id
     left join stakeholder_dismissal d on d.author_id = a.id and d.stakeholder_id = $2`,
    [stakeholder.realm, stakeholder.id],
  );
  const [count]: { known: number }[] = await manager.query(
    'select count(*)::integer as known from author where realm = $1 and erased_at is null',
    [stakeholder.realm],
  );
  const found = authors.flatMap((author) => {
    const match = matchRule(rule, author);
    return match ? [{ author, reason: { code: match.by, value: match.term } }] : [];
  });
  const free = found.filter(({ author }) => author.speaksFor === null && !author.dismissed);
  return {
    looked: authors.length,
    known: count?.known ?? 0,
    found: found.length,
    already: found.filter(({ author }) => author.speaksFor === stakeholder.id).length,
    elsewhere: found.filter(({ author }) => author.speaksFor !== null && author.speaksFor !== stakeholder.id)
      .length,
    dismissed: found.filter(({ author }) => author.speaksFor === null && author.dismissed).length,
    accounts: free.slice(0, SHOWN).map(({ author: { id, network, handle, name, url }, reason }) => ({
      ...{ id, network, handle, name, url },
      reason,
    })),
  };
}

async function readRuleViews(
  manager: EntityManager,
  condition: string,
  value: string,
): Promise<StakeholderRuleView[]> {
  const rows: (Omit<StakeholderRuleView, 'createdAt'> & { createdAt: Date })[] = await manager.query(
    `select r.id, jsonb_build_object('id', s.id::text, 'name', s.name) as stakeholder, r.kind, r.terms, r.note,
       p.name as by, r.created_at as "createdAt", r.checked_to < r.check_until as "underWay",
       (select count(*)::integer from stakeholder_author sa where sa.rule_id = r.id) as attached
     from stakeholder_rule r join stakeholder s on s.id = r.stakeholder_id join person p on p.id = r.created_by
     where r.removed_at is null and s.archived_at is null and ${condition} order by s.sort_name, r.id`,
    [value],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Terms as they are kept, each once; names the place of every one that cannot be one. */
function checkedTerms({ kind, terms }: { kind: RuleKind; terms: readonly string[] }): string[] {
  const read = terms.map((given) => readTerm(kind, given));
  const errors = read.flatMap((one, place) =>
    'problem' in one ? [{ field: `terms.${place}`, code: one.problem, detail: DETAILS[one.problem] }] : [],
  );
  if (errors.length > 0) throw invalid(errors);
  return [...new Set(read.flatMap((one) => ('term' in one ? [one.term] : [])))];
}

export const DETAILS: Readonly<Record<TermProblem, string>> = {
  'account-unreadable': 'is not an account: write network:handle',
  'domain-unreadable': 'is not a domain',
  'domain-of-network': 'is the domain of a network, where anybody has a page',
  'word-too-short': 'is too short: at least three letters',
};
