import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { decide, lockMentions, wordingAt } from '#mentions';
import { inTransaction } from '#platform/database';
import { Problem } from '#platform/problem';
import { OutboxService } from '#replies';
import { reopenEscalation } from './close-reopen.js';
import { writeLog } from './escalation-log.js';
import {
  applyEscalationMove,
  ESCALATION_COLUMNS,
  type EscalationRecord,
  lockEscalation,
  mentionIdsOf,
} from './escalation-record.js';
import { escalationsChanged } from './wake-engine.js';

export const CARRY_OUT_ESCALATION = 'escalation.carry_out';

interface Refused {
  mentionId: string;
  code: string;
  detail: string;
}

/**
 * Publishes what was decided, under the words it was decided on, through the outbox and its checks. Each mention has its own key there, so that carrying
 * out twice publishes once. What the outbox refuses opens the escalation again: it is told, not dropped.
 */
@Injectable()
export class CarryOut {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxService,
  ) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from escalation where effect = 'pending' order by id limit 200`,
    );
    return rows.map(({ id }) => id);
  }

  async run(escalationId: string, now: () => Date = () => new Date()): Promise<void> {
    const [escalation]: EscalationRecord[] = await this.dataSource.query(
      `select ${ESCALATION_COLUMNS} from escalation e where e.id = $1`,
      [escalationId],
    );
    const { outcome } = escalation ?? {};
    if (!escalation || escalation.effect !== 'pending' || !outcome?.answerVariantId || !outcome.by) return;
    const [person]: { name: string }[] = await this.dataSource.query(
      `select name from person where id = $1`,
      [outcome.by],
    );
    const replier = { personId: outcome.by, name: person?.name ?? '' };
    const choice = { answerVariantId: outcome.answerVariantId, placeholders: outcome.placeholders ?? {} };
    const refused: Refused[] = [];
    for (const mentionId of await mentionIdsOf(this.dataSource.manager, escalationId)) {
      const key = `escalation-${escalationId}-${escalation.reopened}-${mentionId}`;
      try {
        const wording = await wordingAt(this.dataSource.manager, mentionId, escalation.decidedAt);
        await this.outbox.send(mentionId, { ...choice, wording }, replier, key);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // Somebody has answered it meanwhile: nothing is left to do there.
        if (!ANSWERED.has(error.code)) refused.push({ mentionId, code: error.code, detail: error.detail });
      }
    }
    await inTransaction(this.dataSource, ({ manager }) =>
      finish(manager, escalationId, refused, replier, now()),
    );
  }
}

const ANSWERED = new Set(['mention-already-answered', 'reply-under-way']);

async function finish(
  manager: EntityManager,
  escalationId: string,
  refused: readonly Refused[],
  by: { personId: string; name: string },
  now: Date,
): Promise<void> {
  const mentions = await lockMentions(manager, await mentionIdsOf(manager, escalationId));
  const locked = await lockEscalation(manager, escalationId);
  const { escalation } = locked;
  if (escalation.effect !== 'pending') return;
  const [first] = refused;
  if (!first) {
    await applyEscalationMove(manager, escalation, 'close', {
      effect: 'done',
      closedAt: now,
      closeReason: 'done',
    });
    await writeLog(manager, now, [{ escalationId, kind: 'done' }]);
    await escalationsChanged(manager, [escalationId]);
    return;
  }
  const back = refused
    .map(({ mentionId }) => mentionId)
    .filter((id) => ['new', 'in_progress'].includes(mentions.get(id)?.state ?? ''));
  await decide(manager, by, back, { action: 'escalate', note: escalation.question || first.detail });
  await reopenEscalation(
    manager,
    locked,
    {
      by: null,
      note: first.code,
      log: [
        {
          escalationId,
          kind: 'effect_refused',
          params: { code: first.code, detail: first.detail, refused: refused.length },
        },
      ],
    },
    now,
  );
}
