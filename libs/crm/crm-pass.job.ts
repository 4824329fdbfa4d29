import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { retryDelayMs } from '#networks';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { type CrmCursor, CrmNeedsAttention, CrmPause, type CrmRecord } from './connector.js';
import { createWanted } from './create-wanted.js';
import { CrmAccesses } from './crm-access.js';
import { CrmLease, CrmLeaseLost, REQUEST_MS } from './crm-lease.js';
import { findMatches } from './find-matches.js';
import type { Pass } from './pass.js';
import { settleLink } from './settle-link.js';
import { tellAttention } from './tell-attention.js';
import { forgetErased, tidyLinks } from './tidy-links.js';

export const CRM_PASS = 'crm.pass';

const EVERY_MS = 60_000;
/** HubSpot allows four searches a second. */
const BETWEEN_PAGES_MS = 250;
const MOST_PAGES = 100;
const MOST_CHECKED = 100;

/**
 * Brings contacts and the CRM in step. It may be cut off between any two lines: what is kept is what both sides were
 * seen to have in common, and whatever is not kept is found again by the next pass.
 */
@Injectable()
export class CrmPass {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accesses: CrmAccesses,
  ) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from crm_connection where state = 'active' and next_pass_at <= now() and lease_until <= now()`,
    );
    return rows.map(({ id }) => id);
  }

  /** Of whoever was erased here nothing is kept, also while the comparison is paused or refused. */
  async forget(): Promise<void> {
    const rows: { id: string; kind: string; account: string }[] = await this.dataSource.query(
      `select distinct c.id, c.kind, c.account from crm_connection c
       where exists (select from crm_link l join contact t on t.id = l.contact_id
           where l.connection_id = c.id and t.erased_at is not null)
         or exists (select from crm_match m join contact t on t.id = m.contact_id
           where m.connection_id = c.id and m.state = 'open' and t.erased_at is not null)`,
    );
    for (const row of rows) await inTransaction(this.dataSource, ({ manager }) => forgetErased(manager, row));
  }

  async run(connectionId: string, signal: AbortSignal): Promise<void> {
    const lease = await CrmLease.claim(this.dataSource, connectionId, randomUUID());
    if (!lease) return;
    const pass: Pass = {
      lease,
      counts: { read: 0, in: 0, out: 0, archived: 0 },
      access: async () => {
        signal.throwIfAborted();
        await lease.renew();
        return this.accesses.open(
          lease.connection,
          AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
        );
      },
      keep: (work) =>
        inTransaction(this.dataSource, async ({ manager }) => {
          await lease.mustHold(manager);
          return work(manager);
        }),
    };
    try {
      const more = await this.carryOut(pass);
      await this.end(
        lease,
        `failures = 0, problem_code = null, problem_detail = null, last_pass_at = now(), last_pass = $3,
         next_pass_at = case when next_pass_at = $5::timestamptz then now() + $4 * interval '1 millisecond'
           else next_pass_at end`,
        [JSON.stringify(pass.counts), more ? 0 : EVERY_MS, lease.dueAt],
      );
    } catch (error) {
      await this.failed(lease, error, signal);
    }
  }

  /** True: there is more to read at once. */
  private async carryOut(pass: Pass): Promise<boolean> {
    const { connection } = pass.lease;
    await pass.keep((manager) => tidyLinks(manager, connection));
    await this.archiveForgotten(pass);
    await createWanted(this.dataSource, this.accesses.connector(), pass);
    await this.tellChanged(pass);
    const more = await this.readChanged(pass);
    await this.checkOldest(pass);
    return more;
  }

  private async archiveForgotten(pass: Pass): Promise<void> {
    const { kind, account, direction } = pass.lease.connection;
    if (direction === 'in') return;
    const rows: { id: string }[] = await this.dataSource.query(
      `select record_id as id from crm_forgotten where kind = $1 and account = $2 and archived_at is null order by 1`,
      [kind, account],
    );
    for (const { id } of rows) {
      await this.accesses.connector().archive(await pass.access(), id);
      await pass.keep((manager) =>
        manager.query(
          `update crm_forgotten set archived_at = now() where kind = $1 and account = $2 and record_id = $3`,
          [kind, account, id],
        ),
      );
      pass.counts.archived += 1;
    }
  }

  /** Contacts that changed here since they were last in step. */
  private async tellChanged(pass: Pass): Promise<void> {
    let after = '0';
    for (;;) {
      const rows: { id: string; recordId: string }[] = await this.dataSource.query(
        `select l.id, l.record_id as "recordId" from crm_link l join contact c on c.id = l.contact_id
         where l.connection_id = $1 and l.state = 'linked' and l.seen_version <> c.version and l.id > $2
         order by l.id limit 100`,
        [pass.lease.connection.id, after],
      );
      if (rows.length === 0) return;
      await this.compare(pass, rows);
      after = rows.at(-1)?.id ?? after;
    }
  }

  private async readChanged(pass: Pass): Promise<boolean> {
    const { connection } = pass.lease;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      if (pages > 0) await pause(BETWEEN_PAGES_MS);
      const [row]: { cursor: CrmCursor | null }[] = await this.dataSource.query(
        'select cursor from crm_connection where id = $1',
        [connection.id],
      );
      const access = await pass.access();
      const page = await this.accesses.connector().changedSince(access, row?.cursor ?? null);
      pass.counts.read += page.records.length;
      const links: { id: string; recordId: string }[] = await this.dataSource.query(
        `select id, record_id as "recordId" from crm_link
         where connection_id = $1 and state in ('linked', 'gone_there') and record_id = any($2::text[])`,
        [connection.id, page.records.flatMap(({ id, formerIds }) => [id, ...formerIds])],
      );
      const byId = new Map(
        page.records.flatMap((record) => [record.id, ...record.formerIds].map((id) => [id, record])),
      );
      for (const { id, recordId } of links) {
        const record = byId.get(recordId);
        if (record) await this.settle(pass, id, record);
      }
      await pass.keep(async (manager) => {
        await findMatches(manager, connection, page.records);
        await manager.query('update crm_connection set cursor = $2 where id = $1', [
          connection.id,
          JSON.stringify(page.cursor),
        ]);
      });
      if (page.end) return false;
    }
    return true;
  }

  /** A search never tells of archived records, and a clock may have jumped: the longest unseen are looked at anyway. */
  private async checkOldest(pass: Pass): Promise<void> {
    const rows: { id: string; recordId: string }[] = await this.dataSource.query(
      `select id, record_id as "recordId" from crm_link where connection_id = $1 and state = 'linked'
       order by checked_at nulls first, id limit ${MOST_CHECKED}`,
      [pass.lease.connection.id],
    );
    await this.compare(pass, rows);
  }

  private async compare(pass: Pass, links: readonly { id: string; recordId: string }[]): Promise<void> {
    if (links.length === 0) return;
    const connector = this.accesses.connector();
    const records = await connector.readMany(
      await pass.access(),
      links.map(({ recordId }) => recordId),
    );
    const byId = new Map(records.map((record) => [record.id, record]));
    for (const { id, recordId } of links) {
      const record = byId.get(recordId) ?? (await connector.read(await pass.access(), recordId));
      if (record) await this.settle(pass, id, record);
      else await this.goneThere(pass, id);
    }
  }

  /** Compares, writes there what is to be written, and compares with what is there then. */
  private async settle(pass: Pass, linkId: string, record: CrmRecord): Promise<void> {
    const compare = (seen: CrmRecord) =>
      pass.keep((manager) => settleLink(manager, pass.lease.connection, linkId, seen));
    const first = await compare(record);
    if (first.changedHere) pass.counts.in += 1;
    if (Object.keys(first.toWrite).length === 0) return;
    // What was read in a page may be old by now: what is written is decided on what is there at this moment.
    const connector = this.accesses.connector();
    const fresh = await connector.read(await pass.access(), record.id);
    if (!fresh) return this.goneThere(pass, linkId);
    const { toWrite, changedHere } = await compare(fresh);
    if (changedHere && !first.changedHere) pass.counts.in += 1;
    if (Object.keys(toWrite).length === 0) return;
    const written = await connector.update(await pass.access(), fresh.id, toWrite);
    if (!written) return this.goneThere(pass, linkId);
    pass.counts.out += 1;
    await compare(written);
  }

  private async goneThere(pass: Pass, linkId: string): Promise<void> {
    await pass.keep((manager) =>
      manager.query(`update crm_link set state = 'gone_there', checked_at = now() where id = $1`, [linkId]),
    );
  }

  private async failed(lease: CrmLease, error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof CrmLeaseLost) return;
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    if (error instanceof CrmNeedsAttention) {
      return this.end(lease, `state = 'needs_attention', problem_code = $3, problem_detail = $4`, [
        error.code,
        detail,
      ]);
    }
    if (signal.aborted) return this.end(lease, 'next_pass_at = now()');
    const waitMs =
      error instanceof CrmPause
        ? Math.max(0, error.until.getTime() - Date.now())
        : retryDelayMs(lease.connection.failures + 1, Math.random());
    await this.end(
      lease,
      `failures = failures + 1, problem_code = $3, problem_detail = $4,
       next_pass_at = now() + $5 * interval '1 millisecond'`,
      [error instanceof CrmPause ? 'crm-pause' : 'crm-unreachable', detail, Math.round(waitMs)],
    );
  }

  private end(lease: CrmLease, set: string, values: readonly unknown[] = []): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const ours = await lease.release(manager, set, values);
      if (!ours) return;
      await publishEvents(manager, [{ type: 'crm.changed' }]);
      if (set.includes('needs_attention')) {
        await tellAttention(manager, String(values[1] ?? ''));
        await recordDecision(manager, {
          actor: null,
          action: 'crm.needs_attention',
          subjectType: 'crm',
          subjectId: lease.connection.id,
          after: { code: values[0] },
        });
      }
    });
  }
}
