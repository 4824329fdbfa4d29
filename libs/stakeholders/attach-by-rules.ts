import type { DataSource, EntityManager } from 'typeorm';
import type { AttachReason } from '#contract/stakeholders';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { announceChanges } from './announce-changes.js';
import { askReweighing } from './ask-reweighing.js';
import { type MatchedAuthor, matchRule, type RuleKind } from './attach-rule.js';

/** Authors compared in one transaction. */
const BATCH = 500;

export interface RuleInUse {
  id: string;
  stakeholderId: string;
  realm: Realm;
  kind: RuleKind;
  terms: string[];
}
export interface ComparedAuthor extends MatchedAuthor {
  id: string;
  realm: Realm;
}

/**
 * One at a time compares authors with rules, and whoever adds a rule waits for it: so no author falls between a rule
 * that is being made and the look at what is new.
 */
const LOCK = `hashtext('passerelle attaches authors')`;

export async function holdAttaching(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(${LOCK})`);
}

/**
 * Compares a batch of authors with the rules: those that are new or described otherwise with all rules, then those known
 * before a rule was made with that rule. Returns how many were compared; 0 when none waits or another worker is at it.
 */
export function attachByRules(dataSource: DataSource): Promise<number> {
  return inTransaction(dataSource, async ({ manager }) => {
    const [lock]: { got: boolean }[] = await manager.query(
      `select pg_try_advisory_xact_lock(${LOCK}) as got`,
    );
    if (!lock?.got) return 0;
    const arrived = await compareArrived(manager);
    return arrived > 0 ? arrived : compareKnown(manager);
  });
}

async function compareArrived(manager: EntityManager): Promise<number> {
  // A row that an intake is about to change is left for the next time.
  const authors: ComparedAuthor[] = await manager.query(
    `select id, realm, network, key, url, bio from author where to_attach order by id limit ${BATCH}
     for no key update skip locked`,
  );
  if (authors.length === 0) return 0;
  const ids = authors.map(({ id }) => id);
  await manager.query('update author set to_attach = false where id = any($1::bigint[])', [ids]);
  await attachMatching(manager, await readRules(manager, null), authors);
  return authors.length;
}

/** Goes on with the oldest rule that has not been held against all authors known before it. */
async function compareKnown(manager: EntityManager): Promise<number> {
  const [rule]: { id: string; realm: Realm; checkedTo: string; checkUntil: string }[] = await manager.query(
    `select r.id, s.realm, r.checked_to as "checkedTo", r.check_until as "checkUntil"
     from stakeholder_rule r join stakeholder s on s.id = r.stakeholder_id
     where r.removed_at is null and s.archived_at is null and r.checked_to < r.check_until order by r.id limit 1`,
  );
  if (!rule) return 0;
  const authors: ComparedAuthor[] = await manager.query(
    `select id, realm, network, key, url, bio from author where id > $1 and id <= $2 order by id limit ${BATCH}`,
    [rule.checkedTo, rule.checkUntil],
  );
  const last = authors.length < BATCH ? rule.checkUntil : authors.at(-1)?.id;
  await manager.query('update stakeholder_rule set checked_to = $2 where id = $1', [rule.id, last]);
  await attachMatching(manager, await readRules(manager, rule.id), authors);
  return Math.max(1, authors.length);
}

/** Rules in use, the oldest first: of several that hold it is the one that attaches. */
export function readRules(manager: EntityManager, ruleId: string | null): Promise<RuleInUse[]> {
  return manager.query(
    `select r.id, r.stakeholder_id as "stakeholderId", s.realm, r.kind, r.terms
     from stakeholder_rule r join stakeholder s on s.id = r.stakeholder_id
     where r.removed_at is null and s.archived_at is null and ($1::bigint is null or r.id = $1) order by r.id`,
    [ruleId],
  );
}

async function attachMatching(
  manager: EntityManager,
  rules: readonly RuleInUse[],
  authors: readonly ComparedAuthor[],
): Promise<void> {
  if (rules.length === 0 || authors.length === 0) return;
  const dismissed = await readDismissed(
    manager,
    authors.map(({ id }) => id),
  );
  const found = authors.flatMap((author) => {
    for (const rule of rules) {
      if (rule.realm !== author.realm || dismissed.has(`${author.id} ${rule.stakeholderId}`)) continue;
      const match = matchRule(rule, author);
      if (!match) continue;
      const reason: AttachReason[] = [{ code: match.by, value: match.term }];
      return [
        {
          author_id: author.id,
          realm: author.realm,
          stakeholder_id: rule.stakeholderId,
          rule_id: rule.id,
          reason,
        },
      ];
    }
    return [];
  });
  if (found.length === 0) return;
  const made: { authorId: string; stakeholderId: string; ruleId: string; realm: Realm }[] =
    await manager.query(
      `insert into stakeholder_author (author_id, realm, stakeholder_id, how, rule_id, reason)
       select author_id, realm, stakeholder_id, 'rule', rule_id, reason
       from jsonb_to_recordset($1::jsonb) as given(author_id bigint, realm text, stakeholder_id bigint, rule_id bigint,
         reason jsonb)
       order by author_id on conflict (author_id) do nothing
       returning author_id as "authorId", stakeholder_id as "stakeholderId", rule_id as "ruleId", realm`,
      [JSON.stringify(found)],
    );
  await askReweighing(
    manager,
    made.map(({ authorId }) => authorId),
  );
  const byRule = new Map<string, typeof made>();
  for (const one of made) byRule.set(one.ruleId, [...(byRule.get(one.ruleId) ?? []), one]);
  await announceChanges(
    manager,
    null,
    [...byRule].flatMap(([ruleId, attached]) => {
      const [first] = attached;
      if (!first) return [];
      const { stakeholderId, realm } = first;
      const authorIds = attached.map(({ authorId }) => authorId);
      return [
        { stakeholderId, realm, action: 'authors_attached_by_rule' as const, after: { ruleId, authorIds } },
      ];
    }),
  );
}

async function readDismissed(manager: EntityManager, authorIds: readonly string[]): Promise<Set<string>> {
  const rows: { authorId: string; stakeholderId: string }[] = await manager.query(
    `select author_id as "authorId", stakeholder_id as "stakeholderId" from stakeholder_dismissal
     where author_id = any($1::bigint[])`,
    [authorIds],
  );
  return new Set(rows.map(({ authorId, stakeholderId }) => `${authorId} ${stakeholderId}`));
}
