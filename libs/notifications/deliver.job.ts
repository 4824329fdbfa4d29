import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '#platform/config';
import { inTransaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { Seals } from '#platform/sealing';
import { ADDRESS_PURPOSE, SECRET_PURPOSE } from './channel-secrets.js';
import { type ClaimedDelivery, claimDelivery, type PushRecipient } from './claim-delivery.js';
import { deliverJob } from './deliver-job.js';
import {
  DELIVERY_LEASE_MS,
  MAX_DELIVERY_ATTEMPTS,
  nextDeliveryMs,
  type Outcome,
} from './delivery-life-cycle.js';
import { ConsoleLinks } from './links.js';
import type { Message } from './message.js';
import { PushKeyStore } from './push-keys.js';
import { SendMail } from './send-mail.js';
import { sendPush } from './send-push.js';
import { sendToChannel } from './send-webhook.js';
import { settle, type Settlement } from './settle-delivery.js';

/**
 * Hands a message over: claims it in one transaction, sends outside of any, settles in another. A worker that stops in
 * between leaves the row in `sending`; after the lease it is sent again, with the same key.
 */
@Injectable()
export class Deliver {
  private readonly logger = new Logger('notifications');

  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: Pick<JobQueue, 'enqueue'>,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail' | 'publicUrl'>,
    private readonly links: ConsoleLinks,
    private readonly mail: SendMail,
    private readonly pushKeys: PushKeyStore,
    private readonly seals: Seals,
  ) {}

  /** Every message whose time has come, whether it has a job or lost it. */
  async due(now = new Date()): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from notification_delivery
       where (state = 'queued' and due_at <= $1)
         or (state = 'sending' and sending_since < $1::timestamptz - $2 * interval '1 millisecond')
       order by due_at limit 500`,
      [now, DELIVERY_LEASE_MS],
    );
    return rows.map(({ id }) => id);
  }

  /** Harmless to repeat and to run twice at once. */
  async run(deliveryId: string, now = new Date()): Promise<void> {
    const claimed = await inTransaction(this.dataSource, ({ manager }) =>
      claimDelivery(manager, deliveryId, now),
    );
    if (!claimed) return;
    const began = performance.now();
    const outcome = await this.send(claimed).catch((error: unknown): Outcome => {
      const detail = error instanceof Error ? error.message : String(error);
      return { failed: detail, code: 'delivery-failed' };
    });
    const ended = new Date(now.getTime() + performance.now() - began);
    await inTransaction(this.dataSource, async (transaction) => {
      const settlement = settlementOf(outcome, claimed.attempts, ended);
      if (settlement.state !== 'sent') {
        this.logger.warn(`${claimed.to.by} ${deliveryId}, attempt ${claimed.attempts}: ${settlement.detail}`);
      }
      const stands = await settle(transaction.manager, claimed, settlement, ended);
      if (stands && settlement.dueAt) {
        await this.jobs.enqueue(deliverJob(deliveryId, settlement.dueAt), transaction);
      }
    });
  }

  private async send({ to, message }: ClaimedDelivery): Promise<Outcome> {
    switch (to.by) {
      case 'mail':
        return this.mail.send(to, message, this.links);
      case 'push':
        return this.push(to, message);
      case 'channel': {
        const { sealedAddress, sealedSecret, ...channel } = to;
        const address = this.seals.open(ADDRESS_PURPOSE, sealedAddress);
        const secret = sealedSecret && this.seals.open(SECRET_PURPOSE, sealedSecret);
        return sendToChannel({ ...channel, address, secret }, message, this.links);
      }
    }
  }

  /** Sent when one browser took it; a browser that has gone is forgotten. */
  private async push({ targets }: PushRecipient, message: Message): Promise<Outcome> {
    const keys = await this.pushKeys.read();
    const contact = this.config.mail ? `mailto:${addressOf(this.config.mail.from)}` : this.links.page('/');
    const outcomes: Outcome[] = [];
    for (const target of targets) {
      const outcome = await sendPush(target, message, this.links, { keys, contact });
      if ('refused' in outcome && outcome.code === 'address-gone') {
        await this.dataSource.query('delete from push_subscription where id = $1', [target.id]);
      }
      outcomes.push(outcome);
    }
    const best = outcomes.find((one) => 'sent' in one) ?? outcomes.find((one) => 'failed' in one);
    return best ?? outcomes[0] ?? { refused: 'no browser is subscribed', code: 'push-unsubscribed' };
  }
}

function settlementOf(outcome: Outcome, attempts: number, now: Date): Settlement {
  if ('sent' in outcome) return { state: 'sent', code: null, detail: null };
  if ('refused' in outcome) return { state: 'failed', code: outcome.code, detail: outcome.refused };
  const { code, failed: detail, retryAt } = outcome;
  if (attempts >= MAX_DELIVERY_ATTEMPTS) return { state: 'failed', code, detail };
  const next = new Date(now.getTime() + nextDeliveryMs(attempts, Math.random()));
  return { state: 'queued', code, detail, dueAt: retryAt && retryAt > next ? retryAt : next };
}

function addressOf(from: string): string {
  return /[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? from;
}
