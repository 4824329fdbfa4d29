import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { PRESS_OUTCOMES, type PressPlan, type PressPlanEntry } from '#contract/stakeholders';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { conflict } from '#platform/problem';
import { announceChanges, type StakeholderChange } from './announce-changes.js';
import { fold } from './fold.js';
import type { PressLine } from './press-list.js';
import { insertRule } from './stakeholder-rules.service.js';
import { insertStakeholder } from './write-stakeholder.js';

/** Where a medium of a list stands until somebody moves it: the press is heard by many and follows closely. */
const FIRST_PLACE = { power: 6, interest: 5 };

interface KnownMedium {
  id: string;
  sortName: string;
  category: string;
  terms: string[];
}

/** Lists of press that somebody checked: each line becomes a stakeholder, where there is none, and a rule. */
@Injectable()
export class PressImportService {
  constructor(private readonly dataSource: DataSource) {}

  /** What a file would do; nothing is written. */
  async plan(realm: Realm, lines: readonly PressLine[]): Promise<PressPlan> {
    const { manager } = this.dataSource;
    return view(manager, realm, planLines(lines, await readKnown(manager, realm)), false);
  }

  /** Carries out the plan of this hash; refuses when the stakeholders now give another one. */
  apply(actor: Actor, realm: Realm, lines: readonly PressLine[], shownHash: string): Promise<PressPlan> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle stakeholders ' || $1))`, [
        realm,
      ]);
      const planned = planLines(lines, await readKnown(manager, realm));
      if (hashOf(planned) !== shownHash) {
        throw conflict(
          'stakeholders-changed',
          'The stakeholders have changed since the plan was shown; look at it again.',
        );
      }
      const doing = planned.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
      if (doing.length === 0) throw conflict('nothing-to-import', 'This file changes nothing.');
      const changes: StakeholderChange[] = [];
      for (const entry of doing) {
        const { id, made } = await this.stakeholderOf(manager, actor, realm, entry);
        const note = lines.find(({ line }) => line === entry.line)?.verifiedBy ?? '';
        const rule = { kind: 'press_list' as const, terms: entry.terms, note };
        const ruleId = await insertRule(manager, id, rule, actor.personId);
        const of = { stakeholderId: id, realm };
        if (made) changes.push({ ...of, action: 'created', after: { category: 'press', by: 'file' } });
        changes.push({
          ...of,
          action: 'rule_added',
          after: { ruleId, kind: 'press_list', terms: entry.terms.length },
        });
      }
      const shown = await view(manager, realm, planned, true);
      await announceChanges(manager, actor, changes);
      return shown;
    });
  }

  private async stakeholderOf(
    manager: EntityManager,
    actor: Actor,
    realm: Realm,
    { stakeholderId, name }: PressPlanEntry,
  ): Promise<{ id: string; made: boolean }> {
    if (stakeholderId !== null) return { id: stakeholderId, made: false };
    const fields = {
      ...({ kind: 'group', category: 'press', name, plan: '', ownerId: null, nextContactAt: null } as const),
      // A checked medium may ask and is heard; whether it is urgent the moment shows.
      ...{ hasPower: true, powerNote: '', hasLegitimacy: true, legitimacyNote: '', hasUrgency: false },
      urgencyNote: '',
    };
    return { id: await insertStakeholder(manager, realm, fields, FIRST_PLACE, actor.personId), made: true };
  }
}

async function readKnown(manager: EntityManager, realm: Realm): Promise<KnownMedium[]> {
  return manager.query(
    `select s.id, s.sort_name as "sortName", s.category, coalesce((
       select array_agg(term) from stakeholder_rule r cross join unnest(r.terms) as term
       where r.stakeholder_id = s.id and r.removed_at is null), '{}') as terms
     from stakeholder s where s.realm = $1 and s.archived_at is null`,
    [realm],
  );
}

/** Each line against what is there and against the lines before it. */
export function planLines(lines: readonly PressLine[], known: readonly KnownMedium[]): PressPlanEntry[] {
  const byName = new Map(known.map((one) => [one.sortName, one]));
  const seen = new Set<string>();
  return lines.map(({ line, name, terms, errors }) => {
    const key = fold(name);
    const medium = byName.get(key);
    const found = [...errors];
    if (seen.has(key)) found.push({ column: 'name', detail: 'stands in the list twice' });
    if (medium && medium.category !== 'press') {
      found.push({ column: 'name', detail: 'is the name of a stakeholder that is not press' });
    }
    seen.add(key);
    const added = terms.filter((term) => !medium?.terms.includes(term));
    const outcome =
      found.length > 0 ? 'refused' : medium === undefined ? 'new' : added.length > 0 ? 'changed' : 'same';
    return { line, outcome, stakeholderId: medium?.id ?? null, name, terms: added, errors: found };
  });
}

const SHOWN_FIRST = ['refused', 'changed', 'new', 'same'];

async function view(
  manager: EntityManager,
  realm: Realm,
  planned: readonly PressPlanEntry[],
  applied: boolean,
): Promise<PressPlan> {
  const count = (outcome: string) => planned.filter((entry) => entry.outcome === outcome).length;
  const terms = planned.flatMap(({ outcome, terms: added }) =>
    outcome === 'new' || outcome === 'changed' ? added : [],
  );
  // Accounts alone, each by its key: domains would need a look at everybody.
  const [found]: { count: number }[] = await manager.query(
    `select count(*)::integer as count from author where realm = $1 and erased_at is null
       and (network, key) in (
         select split_part(term, ':', 1), substr(term, strpos(term, ':') + 1) from unnest($2::text[]) as term
         where strpos(term, ':') > 0)`,
    [realm, terms],
  );
  return {
    applied,
    planHash: hashOf(planned),
    counts: Object.fromEntries(
      PRESS_OUTCOMES.map((outcome) => [outcome, count(outcome)]),
    ) as PressPlan['counts'],
    accounts: found?.count ?? 0,
    entries: [...planned].sort(
      (a, b) => SHOWN_FIRST.indexOf(a.outcome) - SHOWN_FIRST.indexOf(b.outcome) || a.line - b.line,
    ),
  };
}

function hashOf(planned: readonly PressPlanEntry[]): string {
  return createHash('sha256').update(JSON.stringify(planned)).digest('hex');
}
