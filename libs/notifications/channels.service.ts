import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { recordDecision } from '#audit';
import type {
  changeNotificationChannel,
  createNotificationChannel,
  listNotificationChannels,
  NotificationChannelView,
  tryNotificationChannel,
} from '#contract/notifications';
import { CONFIG, type Config } from '#platform/config';
import type { ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import { invalidField, notFound } from '#platform/problem';
import { Seals } from '#platform/sealing';
import { ADDRESS_PURPOSE, SECRET_PURPOSE } from './channel-secrets.js';
import { ConsoleLinks } from './links.js';
import { sendToChannel } from './send-webhook.js';

type Given = z.output<typeof createNotificationChannel.body>;
type Change = z.output<typeof changeNotificationChannel.body>;

const VIEW = `
  select c.id, c.kind, c.name, c.department_id as "departmentId", c.host, c.sealed_secret is not null as signed,
    c.kinds, c.min_level as "minLevel", c.locale, c.allow_private_address as "allowPrivateAddress", c.active,
    (select count(*)::int from notification_delivery d where d.channel_id = c.id and d.state = 'sent'
       and d.settled_at > now() - interval '1 day') as sent,
    (select count(*)::int from notification_delivery d where d.channel_id = c.id and d.state = 'failed'
       and d.settled_at > now() - interval '1 day') as failed
  from notification_channel c where c.removed_at is null`;

/** Chat rooms and programs of the organisation that are told. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seals: Seals,
    private readonly links: ConsoleLinks,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  async list(): Promise<ResponseOf<typeof listNotificationChannels>> {
    const [browsers]: { count: number }[] = await this.dataSource.query(
      'select count(*)::int as count from push_subscription',
    );
    return {
      items: await this.dataSource.query(`${VIEW} order by c.id`),
      mailFrom: this.config.mail?.from ?? null,
      pushBrowsers: browsers?.count ?? 0,
    };
  }

  create(actor: Actor, given: Given): Promise<NotificationChannelView> {
    if (given.kind === 'webhook' && given.secret === undefined) {
      throw invalidField('secret', 'secret-needed', 'is needed: it signs what is sent');
    }
    if (given.kind !== 'webhook') refuseSecret(given.secret);
    return inTransaction(this.dataSource, async ({ manager }) => {
      await this.checkDepartment(manager, given.departmentId);
      const [row]: { id: string }[] = await manager.query(
        `insert into notification_channel (kind, name, department_id, sealed_address, host, sealed_secret, kinds,
           min_level, locale, allow_private_address)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        [
          given.kind,
          given.name,
          given.departmentId,
          this.seals.seal(ADDRESS_PURPOSE, given.address),
          new URL(given.address).host,
          given.secret === undefined ? null : this.seals.seal(SECRET_PURPOSE, given.secret),
          given.kinds,
          given.minLevel,
          given.locale,
          given.allowPrivateAddress,
        ],
      );
      const made = await this.view(manager, row?.id ?? '0');
      await this.record(manager, actor, 'notification_channel.created', made.id, null, made);
      return made;
    });
  }

  change(actor: Actor, channelId: string, change: Change): Promise<NotificationChannelView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await this.lock(manager, channelId);
      if (before.kind !== 'webhook') refuseSecret(change.secret);
      if (change.departmentId) await this.checkDepartment(manager, change.departmentId);
      const next = { ...before, ...withoutUndefined(change) };
      await manager.query(
        `update notification_channel set name = $2, department_id = $3, kinds = $4, min_level = $5, locale = $6,
           allow_private_address = $7, active = $8, sealed_address = coalesce($9, sealed_address),
           host = coalesce($10, host), sealed_secret = coalesce($11, sealed_secret)
         where id = $1`,
        [
          channelId,
          next.name,
          next.departmentId,
          next.kinds,
          next.minLevel,
          next.locale,
          next.allowPrivateAddress,
          next.active,
          change.address === undefined ? null : this.seals.seal(ADDRESS_PURPOSE, change.address),
          change.address === undefined ? null : new URL(change.address).host,
          change.secret === undefined ? null : this.seals.seal(SECRET_PURPOSE, change.secret),
        ],
      );
      const after = await this.view(manager, channelId);
      await this.record(manager, actor, 'notification_channel.changed', channelId, before, {
        ...after,
        addressChanged: change.address !== undefined,
        secretChanged: change.secret !== undefined,
      });
      return after;
    });
  }

  /** What was delivered stays on record; the address and the secret do not. */
  remove(actor: Actor, channelId: string): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await this.lock(manager, channelId);
      await manager.query(
        `update notification_channel set removed_at = clock_timestamp(), active = false, sealed_address = '',
           sealed_secret = null where id = $1`,
        [channelId],
      );
      await this.record(manager, actor, 'notification_channel.removed', channelId, before, null);
    });
  }

  /** Sends at once and keeps nothing; what came of it is the answer. */
  async try(actor: Actor, channelId: string): Promise<ResponseOf<typeof tryNotificationChannel>> {
    const channel = await this.view(this.dataSource.manager, channelId);
    const [sealed]: { address: Buffer; secret: Buffer | null }[] = await this.dataSource.query(
      `select sealed_address as address, sealed_secret as secret from notification_channel where id = $1`,
      [channelId],
    );
    if (!sealed) throw notFound('channel-not-found', 'There is no such channel.');
    const { kind, allowPrivateAddress, locale, name } = channel;
    const outcome = await sendToChannel(
      {
        kind,
        allowPrivateAddress,
        address: this.seals.open(ADDRESS_PURPOSE, sealed.address),
        secret: sealed.secret && this.seals.open(SECRET_PURPOSE, sealed.secret),
      },
      {
        key: randomUUID(),
        deliveryId: '0',
        locale,
        items: [
          {
            kind: 'channel.trial',
            level: 0,
            count: 1,
            params: { channel: name, by: actor.name },
            link: '/channels',
            action: null,
            lastAt: new Date(),
          },
        ],
      },
      this.links,
    );
    if ('sent' in outcome) return { sent: true, code: null, detail: null };
    return {
      sent: false,
      code: outcome.code,
      detail: 'refused' in outcome ? outcome.refused : outcome.failed,
    };
  }

  private async view(manager: EntityManager, channelId: string): Promise<NotificationChannelView> {
    const [row]: NotificationChannelView[] = await manager.query(`${VIEW} and c.id = $1`, [channelId]);
    if (!row) throw notFound('channel-not-found', 'There is no such channel.');
    return row;
  }

  private async lock(manager: EntityManager, channelId: string): Promise<NotificationChannelView> {
    await manager.query('select from notification_channel where id = $1 for update', [channelId]);
    return this.view(manager, channelId);
  }

  private async checkDepartment(manager: EntityManager, departmentId: string | null): Promise<void> {
    if (departmentId === null) return;
    const [known]: unknown[] = await manager.query('select 1 from department where id = $1', [departmentId]);
    if (!known) throw invalidField('departmentId', 'unknown-department', 'is not a department');
  }

  private async record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    channelId: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    await publishEvents(manager, [{ type: 'notification.channels' }]);
    await recordDecision(manager, {
      actor,
      action,
      subjectType: 'notification_channel',
      subjectId: channelId,
      before,
      after,
    });
  }
}

function refuseSecret(secret: string | undefined): void {
  if (secret !== undefined) {
    throw invalidField('secret', 'secret-not-used', 'only signed webhooks have a secret');
  }
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}
