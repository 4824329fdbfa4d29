import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { withdrawInvitation } from '#colleagues';
import { declineProposal, endWithDrill } from '#crisis';
import { DRILL_OVER, endEscalation } from '#escalation';
import { calmLevel, forgetUntil } from '#levels';
import { silenceDrill } from '#notifications';
import { inTransaction, type Transaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { Problem } from '#platform/problem';
import { OutboxService, releasePublications } from '#replies';
import { withdrawRequest } from '#requests';
import { readCaused } from './caused.js';
import type { CausedKind } from './caused-kinds.js';
import { type DrillPerson, holdStarts, lockDrill, readRecord, tellDrill } from './drill-record.js';

/** Closing one thing can bring another to light; more often than this it does not end, and the job is tried again. */
const MOST_ROUNDS = 10;

interface Closing {
  drillId: string;
  startedAt: Date;
  endedAt: Date;
  by: DrillPerson;
  reason: string;
}

/**
 * Closes what a drill has caused, one thing in one transaction, each on record in the name of whoever asked. What is open
 * is read from the rows again and again, so a run that was cut off is gone on with by the next one, and of two that run
 * at the same time each thing is closed by one.
 */
@Injectable()
export class CloseCaused {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxService,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'select id from drill where closing_asked_at is not null and caused_closed_at is null order by id limit 50',
    );
    return rows.map(({ id }) => id);
  }

  async run(drillId: string, now: () => Date = () => new Date()): Promise<void> {
    const closing = await this.read(drillId);
    if (!closing) return;
    // Before anything else: a level that rises only now would cause more.
    await inTransaction(this.dataSource, ({ manager }) => forgetUntil(manager, closing.endedAt, now()));
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const caused = await readCaused(this.dataSource.manager, drillId);
      for (const { kind, id } of caused) await this.closeOne(closing, kind, id, now());
      if (caused.length === 0) return this.finish(closing, now());
    }
    throw new Error(`drill ${drillId} goes on causing more than can be closed`);
  }

  private async read(drillId: string): Promise<Closing | null> {
    const [row]: { personId: string; name: string }[] = await this.dataSource.query(
      `select p.id as "personId", p.name from drill d join person p on p.id = d.closing_asked_by
       where d.id = $1 and d.closing_asked_at is not null and d.caused_closed_at is null`,
      [drillId],
    );
    if (!row) return null;
    const { title, language, startedAt, endedAt } = await readRecord(this.dataSource.manager, drillId);
    if (startedAt === null || endedAt === null) return null;
    return { drillId, startedAt, endedAt, by: row, reason: overText(title, language) };
  }

  /** One that somebody else has ended meanwhile is left as it is. */
  private async closeOne(closing: Closing, kind: CausedKind, id: string, now: Date): Promise<void> {
    try {
      await inTransaction(this.dataSource, (transaction) => this.close(transaction, closing, kind, id, now));
    } catch (error) {
      if (!(error instanceof Problem) || !OVER_ALREADY.has(error.code)) throw error;
    }
  }

  private async close(
    transaction: Transaction,
    { by, reason, drillId }: Closing,
    kind: CausedKind,
    id: string,
    now: Date,
  ): Promise<void> {
    const { manager } = transaction;
    switch (kind) {
      case 'proposal':
        await declineProposal(manager, by, id, reason, now);
        return;
      case 'level':
        // Another drill may have begun, and the level be its own.
        await holdStarts(manager);
        if ((await readCaused(manager, drillId)).some((one) => one.kind === kind && one.id === id))
          await calmLevel(manager, id, { by, reason }, now);
        return;
      case 'request':
        return withdrawRequest(manager, id, reason, by);
      case 'escalation':
        return endEscalation(manager, id, { by, reason: DRILL_OVER, note: reason }, now);
      case 'invitation':
        return withdrawInvitation(transaction, this.outbox, id, reason, by);
      case 'reply':
        await this.outbox.cancelWithin(transaction, id, by);
        return;
      case 'incident':
        return endWithDrill(transaction, this.jobs, id, { by, reason }, now);
      case 'freeze':
        return releasePublications(transaction, this.jobs, id, reason, by);
    }
  }

  /** The last thing, once: what was told and has not left is not told any more. */
  private finish({ drillId, startedAt, by }: Closing, now: Date): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await lockDrill(manager, drillId);
      const [, done]: [unknown, number] = await manager.query(
        `update drill set caused_closed_at = $2
         where id = $1 and closing_asked_at is not null and caused_closed_at is null`,
        [drillId, now],
      );
      if (done === 0) return;
      await holdStarts(manager);
      const later: unknown[] = await manager.query('select from drill where started_at > $1 limit 1', [
        startedAt,
      ]);
      if (later.length === 0) await silenceDrill(manager, startedAt);
      await tellDrill(manager, drillId);
      await recordDecision(manager, {
        actor: by,
        action: 'drill.caused_closed',
        subjectType: 'drill',
        subjectId: drillId,
      });
    });
  }
}

const OVER_ALREADY = new Set(['transition-not-allowed', 'proposal-decided', 'already-released']);

function overText(title: string, language: 'fr' | 'en'): string {
  return language === 'fr' ? `Exercice terminé : ${title}` : `The drill is over: ${title}`;
}
