import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { conflict, notFound } from '#platform/problem';
import { applyPlan } from './apply-plan.js';
import { canonicalJson } from './content-hash.js';
import type { Writer } from './drafts.service.js';
import { writeCsv } from './exchange-csv.js';
import { writeJson } from './exchange-json.js';
import type { ARRIVE_AS, LibraryImport, PlanEntry } from './contract-exchange.js';
import { type Plan, planImport } from './exchange-plan.js';
import type { Proposal } from './exchange-proposal.js';
import { readExchanged, readLibrary, readReferences } from './exchange-library.js';

interface ImportRow {
  id: string;
  file_name: string;
  arrive_as: (typeof ARRIVE_AS)[number];
  proposal: Proposal[];
  state: 'planned' | 'applied';
  plan_hash: string;
  outcome: PlanEntry[] | null;
  created_at: Date;
  applied_at: Date | null;
}

/** The whole library out into a file, and out of a file into drafts. Nothing comes in approved (rules 1 and 2). */
@Injectable()
export class ExchangeService {
  constructor(private readonly dataSource: DataSource) {}

  async exportJson(now: Date): Promise<string> {
    return writeJson(await readExchanged(this.dataSource.manager), now);
  }

  async exportCsv(): Promise<string> {
    return writeCsv(await readExchanged(this.dataSource.manager));
  }

  /** Keeps what a file says, and answers with what it would change. */
  async plan(
    file: { name: string; proposals: Proposal[] },
    arriveAs: (typeof ARRIVE_AS)[number],
    writer: Writer,
  ): Promise<LibraryImport> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const plan = await this.compare(manager, file.proposals, arriveAs);
      const [row]: ImportRow[] = await manager.query(
        `insert into library_import (person_id, file_name, arrive_as, proposal, plan_hash)
         values ($1, $2, $3, $4::jsonb, $5) returning *`,
        [writer.personId, file.name, arriveAs, JSON.stringify(file.proposals), planHash(arriveAs, plan)],
      );
      if (!row) throw new Error('an import was not stored');
      return importView(row, plan.entries, planHash(arriveAs, plan));
    });
  }

  /** An import of this person; while it is planned, compared with the library as it is now. */
  async read(importId: string, writer: Writer): Promise<LibraryImport> {
    const { manager } = this.dataSource;
    const row = await this.find(manager, importId, writer, '');
    if (row.outcome) return importView(row, row.outcome, row.plan_hash);
    const plan = await this.compare(manager, row.proposal, row.arrive_as);
    return importView(row, plan.entries, planHash(row.arrive_as, plan));
  }

  /** Carries out the plan of this hash, whole or not at all; refuses when the library now gives another plan. */
  apply(importId: string, shownHash: string, writer: Writer): Promise<LibraryImport> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      // One import at a time: two that bring the same new answer would otherwise not see each other.
      await manager.query(`select pg_advisory_xact_lock(hashtext('library_import'))`);
      const row = await this.find(manager, importId, writer, 'for update');
      if (row.state === 'applied') throw conflict('import-applied', 'This import has been applied already.');
      const before = await this.compare(manager, row.proposal, row.arrive_as);
      await lockAnswers(manager, before);
      const plan = await this.compare(manager, row.proposal, row.arrive_as);
      const hash = planHash(row.arrive_as, plan);
      if (hash !== shownHash) {
        throw conflict(
          'library-changed',
          'The library has changed since the plan was shown; look at it again.',
        );
      }
      if (plan.changes.size === 0) throw conflict('nothing-to-import', 'This file changes nothing.');
      const entries = await applyPlan(manager, plan, { id: row.id, name: row.file_name, hash }, writer);
      const [applied]: [ImportRow[]] = await manager.query(
        `update library_import set state = 'applied', outcome = $2::jsonb, plan_hash = $3, proposal = '[]',
           applied_at = clock_timestamp()
         where id = $1 returning *`,
        [importId, JSON.stringify(entries), hash],
      );
      const [stored] = applied;
      if (!stored) throw new Error(`import ${importId} vanished`);
      return importView(stored, entries, hash);
    });
  }

  /** Forgets files that were planned and never applied, after a week; returns how many. */
  async forget(now: Date): Promise<number> {
    const [, forgotten]: [unknown, number] = await this.dataSource.query(
      `delete from library_import where state = 'planned' and created_at < $1::timestamptz - interval '7 days'`,
      [now.toISOString()],
    );
    return forgotten;
  }

  private async find(
    manager: EntityManager,
    importId: string,
    writer: Writer,
    lock: '' | 'for update',
  ): Promise<ImportRow> {
    const [row]: ImportRow[] = await manager.query(
      `select * from library_import where id = $1 and person_id = $2 ${lock}`,
      [importId, writer.personId],
    );
    if (!row) throw notFound('import-not-found', `You have no import ${importId}.`);
    return row;
  }

  private async compare(
    manager: EntityManager,
    proposals: readonly Proposal[],
    arriveAs: (typeof ARRIVE_AS)[number],
  ): Promise<Plan> {
    const references = await readReferences(manager);
    return planImport(proposals, await readLibrary(manager), references, arriveAs);
  }
}

/** The answers that a plan stands on, always in the same order, so that nobody changes them before it is carried out. */
async function lockAnswers(manager: EntityManager, plan: Plan): Promise<void> {
  const ids = plan.entries.flatMap(({ answerId }) => answerId ?? []);
  await manager.query('select from answer where id = any($1::bigint[]) order by id for update', [ids]);
}

function planHash(arriveAs: string, { entries }: Plan): string {
  return createHash('sha256').update(canonicalJson({ arriveAs, entries })).digest('hex');
}

function importView(row: ImportRow, entries: PlanEntry[], hash: string): LibraryImport {
  const count = (outcome: PlanEntry['outcome']) =>
    entries.filter((entry) => entry.outcome === outcome).length;
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    arriveAs: row.arrive_as,
    createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    planHash: hash,
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    entries,
  };
}
