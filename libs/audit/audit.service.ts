import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntry as AuditEntryView } from '#contract/audit';
import { encodeCursor, idOfCursor } from '#platform/database';
import { auditConditions, type AuditFilter, type AuditRow, auditView } from './audit-query.js';
import { type ChainVerdict, verifyChain } from './verify-chain.js';

const EXPORT_PAGE = 1000;

/** Reading, checking and exporting the record of decisions. */
@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** A page, newest first. */
  async list(
    filter: AuditFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: AuditEntryView[]; next: string | null }> {
    const { where, values } = auditConditions(filter);
    const before = cursor === undefined ? null : idOfCursor(cursor);
    const rows: AuditRow[] = await this.dataSource.query(
      `select * from audit_entry where ${where} and ($${values.length + 1}::bigint is null
         or position < $${values.length + 1}::bigint)
       order by position desc limit $${values.length + 2}`,
      [...values, before, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(auditView),
      next: rows.length > limit && last ? encodeCursor([last.position]) : null,
    };
  }

  async kinds(): Promise<{ actions: string[]; subjectTypes: string[] }> {
    const [row]: { actions: string[] | null; subject_types: string[] | null }[] = await this.dataSource.query(
      `select (select array_agg(distinct action order by action) from audit_entry) as actions,
         (select array_agg(distinct subject_type order by subject_type) from audit_entry) as subject_types`,
    );
    return { actions: row?.actions ?? [], subjectTypes: row?.subject_types ?? [] };
  }

  verify(): Promise<ChainVerdict> {
    return verifyChain(this.dataSource.manager);
  }

  /** Entries oldest first as JSON Lines; each carries the canonical text that its hash was made of. */
  async *export(filter: AuditFilter): AsyncGenerator<string> {
    const { where, values } = auditConditions(filter);
    let after = '0';
    for (;;) {
      const rows: (AuditRow & { canonical: string })[] = await this.dataSource.query(
        `select entry.*, audit_canonical(entry) as canonical from audit_entry entry
         where ${where} and position > $${values.length + 1}::bigint
         order by position limit ${EXPORT_PAGE}`,
        [...values, after],
      );
      for (const row of rows) {
        yield `${JSON.stringify({ ...auditView(row), canonical: row.canonical })}\n`;
      }
      const last = rows.at(-1);
      if (!last || rows.length < EXPORT_PAGE) return;
      after = last.position;
    }
  }
}
