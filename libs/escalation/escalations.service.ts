import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { decide, readSummaries } from '#mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { conflict, notFound } from '#platform/problem';
import { OutboxService } from '#replies';
import type { EscalationActor } from './acting.js';
import { acknowledge, type AskAddress, reassign, release, snooze } from './ask-acts.js';
import { CARRY_OUT_ESCALATION } from './carry-out.job.js';
import { isCauseOver } from './cause.js';
import { reopenEscalation } from './close-reopen.js';
import { composeDecision } from './compose-decision.js';
import type {
  decideEscalation,
  escalateMentions as escalateContract,
  EscalationDetail,
  listEscalations,
} from './contract.js';
import { confirmDecision, decideAsk, refuseDecision } from './decide-ask.js';
import { endEscalation } from './end-escalation.js';
import { escalateMentions } from './escalate-mentions.js';
import { lockEscalation, mentionIdsOf } from './escalation-record.js';
import { handBack, handOver } from './hand-over.js';
import { listPage } from './list-escalations.js';
import { lockSubject } from './lock-subject.js';
import { mergeEscalations } from './merge-escalations.js';
import { readEscalationDetail } from './read-escalation.js';
import { readEscalations } from './read-escalations.js';
import { readReport } from './read-report.js';

/** A decision can be undone for ten minutes, as every other on a mention. */
const UNDO_MS = 10 * 60_000;

/** What people do with escalations; each act is one transaction. */
@Injectable()
export class EscalationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxService,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  list(
    actor: EscalationActor,
    query: InputOf<typeof listEscalations>['query'],
  ): Promise<ResponseOf<typeof listEscalations>> {
    return listPage(this.dataSource.manager, actor, query);
  }

  read(actor: EscalationActor, escalationId: string): Promise<EscalationDetail> {
    return readEscalationDetail(this.dataSource.manager, actor, escalationId);
  }

  async ofMention(actor: EscalationActor, mentionId: string) {
    const [row]: { id: string }[] = await this.dataSource.query(
      `select escalation_id as id from escalation_mention where mention_id = $1 order by escalation_id desc limit 1`,
      [mentionId],
    );
    const [escalation] = row ? await readEscalations(this.dataSource.manager, actor, [row.id]) : [];
    return { escalation: escalation ?? null };
  }

  report: (query: Parameters<typeof readReport>[1]) => ReturnType<typeof readReport> = (query) =>
    readReport(this.dataSource.manager, query);

  escalate(
    actor: EscalationActor,
    body: InputOf<typeof escalateContract>['body'],
  ): Promise<ResponseOf<typeof escalateContract>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { escalationId, decided, refused } = await escalateMentions(manager, actor, body, new Date());
      const [only] = refused;
      if (only && decided.length === 0 && body.mentionIds.length === 1) {
        throw only.code === 'mention-not-found'
          ? notFound(only.code, only.detail)
          : conflict(only.code, only.detail);
      }
      const summaries = await readSummaries(
        manager,
        decided.map(({ mentionId }) => mentionId),
      );
      return {
        escalationId,
        refused,
        decided: summaries.flatMap((mention) => {
          const decision = decided.find(({ mentionId }) => mentionId === mention.id);
          if (!decision) return [];
          const undoUntil = new Date(decision.at.getTime() + UNDO_MS).toISOString();
          return [{ mention, decisionId: decision.decisionId, undoUntil }];
        }),
      };
    });
  }

  acknowledge(actor: EscalationActor, at: AskAddress): Promise<EscalationDetail> {
    return this.act(actor, at.escalationId, (manager, now) => acknowledge(manager, actor, at, now));
  }

  reassign(actor: EscalationActor, at: AskAddress & { personId: string; note: string | null }) {
    return this.act(actor, at.escalationId, (manager, now) => reassign(manager, actor, at, now));
  }

  release(actor: EscalationActor, at: AskAddress & { note: string | null }) {
    return this.act(actor, at.escalationId, (manager, now) => release(manager, actor, at, now));
  }

  snooze(actor: EscalationActor, at: AskAddress & { minutes: number; note: string | null }) {
    return this.act(actor, at.escalationId, (manager, now) => snooze(manager, actor, at, now));
  }

  handOver(actor: EscalationActor, at: AskAddress & { departmentId: string; note: string }) {
    return this.act(actor, at.escalationId, (manager, now) => handOver(manager, actor, at, now));
  }

  handBack(actor: EscalationActor, at: AskAddress & { note: string }) {
    return this.act(actor, at.escalationId, (manager, now) => handBack(manager, actor, at, now));
  }

  /** What the outbox would refuse is refused before anything is decided. */
  async decide(
    actor: EscalationActor,
    at: AskAddress,
    body: InputOf<typeof decideEscalation>['body'],
  ): Promise<EscalationDetail> {
    let answerId: string | null = null;
    if (body.kind === 'use_answer' && body.answerVariantId) {
      const { answerVariantId, placeholders } = body;
      await this.refuseUnpublishable(at.escalationId, { answerVariantId, placeholders });
      answerId = await this.answerOf(answerVariantId);
    }
    return this.act(actor, at.escalationId, (manager, now) =>
      decideAsk(manager, actor, at, (hand) => composeDecision(manager, actor, hand, body, answerId), now),
    );
  }

  confirm(actor: EscalationActor, at: AskAddress, given: { confirm: boolean; note: string | null }) {
    return this.act(actor, at.escalationId, (manager, now) =>
      given.confirm
        ? confirmDecision(manager, actor, at, now)
        : refuseDecision(manager, actor, { ...at, note: given.note ?? '' }, now),
    );
  }

  close(actor: EscalationActor, escalationId: string, note: string): Promise<EscalationDetail> {
    return this.act(actor, escalationId, (manager, now) =>
      endEscalation(manager, escalationId, { by: actor, reason: 'by_hand', note }, now),
    );
  }

  reopen(actor: EscalationActor, escalationId: string, note: string): Promise<EscalationDetail> {
    return this.act(actor, escalationId, async (manager, now) => {
      const mentionIds = await mentionIdsOf(manager, escalationId);
      const mentions = await lockSubject(manager, escalationId);
      const locked = await lockEscalation(manager, escalationId);
      if (await isCauseOver(manager, locked.escalation)) {
        throw conflict('nothing-to-reopen', 'What it was opened for is over.');
      }
      const again = mentionIds.filter((id) =>
        ['new', 'in_progress', 'no_reply'].includes(mentions.get(id)?.state ?? ''),
      );
      const standing = mentionIds.filter((id) => mentions.get(id)?.state === 'escalated');
      if (mentionIds.length > 0 && again.length + standing.length === 0) {
        throw conflict('nothing-to-reopen', 'Its mentions have their replies.');
      }
      const [anew] = await manager.query(
        `select from escalation o where o.id <> $1 and o.state in ('open', 'acknowledged') and (
           (o.subject_type, o.subject_id, o.realm) = ($2, $3::bigint, $5) or exists (
             select from escalation_mention em where em.escalation_id = o.id and em.standing
               and em.mention_id = any($4::bigint[]))) limit 1`,
        [
          escalationId,
          locked.escalation.subjectType,
          locked.escalation.subjectId,
          mentionIds,
          locked.escalation.realm,
        ],
      );
      if (anew) throw conflict('escalated-anew', 'The matter has been escalated anew since.');
      const silent = again.filter((id) => mentions.get(id)?.state === 'no_reply');
      if (silent.length > 0) await decide(manager, actor, silent, { action: 'reopen' });
      await decide(manager, actor, again, { action: 'escalate', note });
      await reopenEscalation(manager, locked, { by: actor, note }, now);
    });
  }

  merge(actor: EscalationActor, escalationId: string, intoId: string): Promise<EscalationDetail> {
    return this.act(actor, intoId, (manager, now) =>
      mergeEscalations(manager, actor, { escalationId, intoId }, now),
    );
  }

  /** One transaction, then the escalation as it stands; what is to be published is begun at once. */
  private async act(
    actor: EscalationActor,
    escalationId: string,
    work: (manager: EntityManager, now: Date) => Promise<void>,
  ): Promise<EscalationDetail> {
    await inTransaction(this.dataSource, async (transaction) => {
      await work(transaction.manager, new Date());
      const [row]: { effect: string }[] = await transaction.manager.query(
        `select effect from escalation where id = $1`,
        [escalationId],
      );
      if (row?.effect === 'pending') {
        await this.jobs.enqueue({ kind: CARRY_OUT_ESCALATION, id: escalationId }, transaction);
      }
    });
    return this.read(actor, escalationId);
  }

  private async refuseUnpublishable(
    escalationId: string,
    choice: { answerVariantId: string; placeholders: Record<string, string> },
  ): Promise<void> {
    for (const mentionId of await mentionIdsOf(this.dataSource.manager, escalationId)) {
      const { fits, length, limit } = await this.outbox.preview(mentionId, choice);
      if (!fits)
        throw conflict('text-too-long', `The text has ${length} of at most ${limit}.`, { length, limit });
    }
  }

  private async answerOf(variantId: string): Promise<string> {
    const [row]: { id: string }[] = await this.dataSource.query(
      `select version.answer_id as id from answer_variant variant join answer_version version
         on version.id = variant.version_id where variant.id = $1`,
      [variantId],
    );
    if (!row) throw notFound('variant-not-found', 'There is no such variant.');
    return row.id;
  }
}
