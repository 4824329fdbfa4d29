import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { changeCrm, connectCrm, CrmConnectionView, tryCrm } from '#contract/crm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import { conflict, invalidField, notFound } from '#platform/problem';
import { type CrmAccess, type CrmAccount, CrmNeedsAttention } from './connector.js';
import { CONNECTION, CrmAccesses, type CrmConnectionRow } from './crm-access.js';
import { readConnection } from './crm-view.js';
import { forgetErased } from './tidy-links.js';

const TRIAL_MS = 20_000;

/** Connecting a CRM, and what becomes of the connection. */
@Injectable()
export class CrmService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accesses: CrmAccesses,
  ) {}

  async read(): Promise<{ connection: CrmConnectionView | null }> {
    return { connection: await readConnection(this.dataSource.manager) };
  }

  async try(given: InputOf<typeof tryCrm>['body']): Promise<ResponseOf<typeof tryCrm>> {
    const { id, missing } = await this.verify(given, 'baseAddress');
    return { account: id, missing: [...missing] };
  }

  async connect(
    actor: Actor,
    given: InputOf<typeof connectCrm>['body'],
  ): Promise<{ connection: CrmConnectionView }> {
    if (await readConnection(this.dataSource.manager)) throw connected();
    const account = await this.verify(given, 'baseAddress');
    await this.asked(() => this.accesses.connector().prepare(this.access(given)), 'baseAddress');
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [row]: { id: string }[] = await manager.query(
        `insert into crm_connection
           (kind, base_address, allow_private, sealed_token, account, record_address, direction, reference)
         values ('hubspot', $1, $2, $3, $4, $5, $6, gen_random_uuid()) on conflict do nothing returning id`,
        [
          given.baseAddress,
          given.allowPrivate,
          this.accesses.seal(given.token),
          account.id,
          account.recordAddress,
          given.direction,
        ],
      );
      if (!row) throw connected();
      return this.done(manager, actor, 'crm.connected', row.id, {
        account: account.id,
        direction: given.direction,
        made: account.missing,
      });
    });
  }

  async change(
    actor: Actor,
    { direction, state, token }: InputOf<typeof changeCrm>['body'],
  ): Promise<{ connection: CrmConnectionView }> {
    if (token !== null) {
      const known = await this.row(this.dataSource.manager);
      const { id } = await this.verify({ ...known, token }, 'token');
      if (id !== known.account) {
        throw invalidField('token', 'crm-other-account', 'belongs to another account of HubSpot');
      }
    }
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await this.row(manager);
      await manager.query(
        `update crm_connection set direction = $2, state = $3, sealed_token = coalesce($4, sealed_token),
           problem_code = null, problem_detail = null, failures = 0, next_pass_at = now()
         where id = $1`,
        [before.id, direction, state, token === null ? null : this.accesses.seal(token)],
      );
      // What was not told while the way was closed is told now.
      if (direction !== before.direction) {
        await manager.query('update crm_link set seen_version = 0 where connection_id = $1', [before.id]);
      }
      return this.done(manager, actor, 'crm.changed', before.id, { direction, state, token: token !== null });
    });
  }

  disconnect(actor: Actor): Promise<{ links: number }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const row = await this.row(manager);
      await forgetErased(manager, row);
      const [{ links } = { links: 0 }]: { links: number }[] = await manager.query(
        'select count(*)::int as links from crm_link where connection_id = $1',
        [row.id],
      );
      await manager.query('delete from crm_connection where id = $1', [row.id]);
      await publishEvents(manager, [{ type: 'crm.changed' }]);
      await recordDecision(manager, {
        actor,
        action: 'crm.disconnected',
        subjectType: 'crm',
        subjectId: row.id,
        after: { links },
      });
      return { links };
    });
  }

  /** The next pass begins at once; a pause that the CRM asked for is kept to. */
  pass(): Promise<{ connection: CrmConnectionView }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await this.row(manager);
      const [, due]: [unknown, number] = await manager.query(
        `update crm_connection
         set next_pass_at = case when problem_code = 'crm-pause' then next_pass_at else now() end
         where state = 'active'`,
      );
      if (due === 0) throw conflict('crm-not-active', 'The comparison is paused, or needs attention first.');
      return { connection: await this.view(manager) };
    });
  }

  private async done(
    manager: EntityManager,
    actor: Actor,
    action: string,
    id: string,
    after: Record<string, unknown>,
  ): Promise<{ connection: CrmConnectionView }> {
    const connection = await this.view(manager);
    await publishEvents(manager, [{ type: 'crm.changed' }]);
    await recordDecision(manager, { actor, action, subjectType: 'crm', subjectId: id, after });
    return { connection };
  }

  private async view(manager: EntityManager): Promise<CrmConnectionView> {
    const connection = await readConnection(manager);
    if (!connection) throw notConnected();
    return connection;
  }

  private async row(manager: EntityManager): Promise<CrmConnectionRow> {
    const lock = manager.queryRunner?.isTransactionActive ? 'for update' : '';
    const [row]: CrmConnectionRow[] = await manager.query(`select ${CONNECTION} from crm_connection ${lock}`);
    if (!row) throw notConnected();
    return row;
  }

  private access(given: { baseAddress: string; token: string; allowPrivate: boolean }): CrmAccess {
    return { ...given, signal: AbortSignal.timeout(TRIAL_MS) };
  }

  private verify(
    given: { baseAddress: string; token: string; allowPrivate: boolean },
    addressField: 'baseAddress' | 'token',
  ): Promise<CrmAccount> {
    return this.asked(() => this.accesses.connector().verify(this.access(given)), addressField);
  }

  /** What goes wrong with the CRM, as a problem that names the field. */
  private async asked<T>(ask: () => Promise<T>, addressField: 'baseAddress' | 'token'): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (error instanceof CrmNeedsAttention) {
        const field = error.code === 'address-refused' ? addressField : 'token';
        throw invalidField(field, error.code, why, { why });
      }
      throw invalidField(addressField, 'crm-unreachable', `HubSpot could not be asked: ${why}`, { why });
    }
  }
}

function connected() {
  return conflict('crm-connected', 'A CRM is connected already.');
}

export function notConnected() {
  return notFound('crm-not-connected', 'No CRM is connected.');
}
