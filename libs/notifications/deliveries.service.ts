import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { listDeliveries, NotificationDeliveryView } from '#contract/notifications';
import type { ResponseOf } from '#platform/contract';
import { encodeCursor, idOfCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { publishEvents } from '#platform/live';
import { conflict, notFound } from '#platform/problem';
import { deliverJob } from './deliver-job.js';
import type { DeliveryState } from './delivery-life-cycle.js';

type Row = Omit<NotificationDeliveryView, 'createdAt' | 'dueAt' | 'settledAt' | 'problem'> & {
  createdAt: Date;
  dueAt: Date;
  settledAt: Date | null;
  problemCode: string | null;
  problemDetail: string | null;
};

const SELECT = `
  select d.id, d.by, coalesce(person.name, channel.name) as "to", d.state, d.level, d.attempts,
    d.created_at as "createdAt", d.due_at as "dueAt", d.settled_at as "settledAt", d.problem_code as "problemCode",
    d.problem_detail as "problemDetail",
    coalesce((
      select json_agg(json_build_object('kind', n.kind, 'params', n.params, 'link', n.link,
        'count', coalesce(item.count_told, n.count)) order by n.level desc, n.last_at desc)
      from notification_delivery_item item join notification n on n.id = item.notification_id
      where item.delivery_id = d.id), '[]') as items
  from notification_delivery d left join person on person.id = d.person_id
    left join notification_channel channel on channel.id = d.channel_id`;

interface DeliveryFilter {
  state?: DeliveryState[] | undefined;
  channelId?: string | undefined;
}

/** For administrators: what was sent, what was not and why. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async list(
    { state, channelId }: DeliveryFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<ResponseOf<typeof listDeliveries>> {
    const rows: Row[] = await this.dataSource.query(
      `${SELECT}
       where ($1::text[] is null or d.state = any($1)) and ($2::bigint is null or d.channel_id = $2)
         and ($3::bigint is null or d.id < $3)
       order by d.id desc limit $4`,
      [state ?? null, channelId ?? null, cursor === undefined ? null : idOfCursor(cursor), limit + 1],
    );
    const last = rows[limit - 1];
    return {
      items: rows.slice(0, limit).map(view),
      next: rows.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  /** failed → queued, due at once, with the attempts of a new delivery but one. */
  retry(actor: Actor, deliveryId: string): Promise<NotificationDeliveryView> {
    return inTransaction(this.dataSource, async (transaction) => {
      const { manager } = transaction;
      await manager.query('select from notification_delivery where id = $1 for update', [deliveryId]);
      const before = await this.read(manager, deliveryId);
      if (before.state !== 'failed') {
        throw conflict(
          'transition-not-allowed',
          `This delivery is ${before.state}: it cannot be tried again.`,
          {
            state: before.state,
            move: 'retry',
          },
        );
      }
      const dueAt = new Date();
      await manager.query(
        `update notification_delivery set state = 'queued', attempts = 1, due_at = $2, settled_at = null where id = $1`,
        [deliveryId, dueAt],
      );
      await publishEvents(manager, [{ type: 'notification.delivery', deliveryId, state: 'queued' }]);
      await this.jobs.enqueue(deliverJob(deliveryId, dueAt), transaction);
      const after = await this.read(manager, deliveryId);
      await recordDecision(manager, {
        actor,
        action: 'notification_delivery.retried',
        subjectType: 'notification_delivery',
        subjectId: deliveryId,
        before: { state: before.state, attempts: before.attempts, problem: before.problem },
        after: { state: after.state },
      });
      return after;
    });
  }

  private async read(manager: EntityManager, deliveryId: string): Promise<NotificationDeliveryView> {
    const [row]: Row[] = await manager.query(`${SELECT} where d.id = $1`, [deliveryId]);
    if (!row) throw notFound('delivery-not-found', 'There is no such delivery.');
    return view(row);
  }
}

function view({
  problemCode,
  problemDetail,
  createdAt,
  dueAt,
  settledAt,
  ...rest
}: Row): NotificationDeliveryView {
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    problem: problemCode === null ? null : { code: problemCode, detail: problemDetail ?? '' },
  };
}
