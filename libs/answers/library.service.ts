import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import { answerNotFound } from './change-answer.js';
import { readChangeRequests } from './change-request-record.js';
import type { AnswerDetail, AnswerSummary } from './contract.js';
import {
  type Approving,
  awaitsSql,
  libraryPage,
  type LibraryFilter,
  type LibraryRow,
  summaryView,
} from './library-query.js';
import { readVersions, versionView } from './version-record.js';

/** Reading the library. */
@Injectable()
export class LibraryService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    filter: LibraryFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: AnswerSummary[]; next: string | null }> {
    const { sql, values } = libraryPage(filter, readCursor(cursor, filter), limit + 1);
    const rows: LibraryRow[] = await this.dataSource.query(sql, values);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(summaryView),
      next: rows.length > limit && last ? encodeCursor([orderOf(filter), last.sort_key, last.id]) : null,
    };
  }

  /** How many versions wait for a decision of this person. */
  async countAwaiting({ personId, departmentIds }: Approving): Promise<number> {
    if (departmentIds.length === 0) return 0;
    const [row]: { count: string }[] = await this.dataSource.query(
      `select count(*) from answer_version v where ${awaitsSql('v', '$1::bigint', '$2::bigint[]')}`,
      [personId, departmentIds],
    );
    return Number(row?.count ?? 0);
  }

  /** An answer with all its versions, newest first. */
  async read(answerId: string): Promise<AnswerDetail> {
    const { sql, values } = libraryPage({ answerIds: [answerId] }, null, 1);
    const [row]: LibraryRow[] = await this.dataSource.query(sql, values);
    if (!row) throw answerNotFound(answerId);
    const versions = await readVersions(this.dataSource.manager, 'v.answer_id = $1', [answerId]);
    const requests = await readChangeRequests(this.dataSource.manager, [answerId]);
    return {
      ...summaryView(row),
      versions: versions.map(versionView),
      changeRequests: requests.get(answerId) ?? [],
    };
  }
}

/** Names the order of a list, so that a cursor of another is not taken. */
function orderOf({ sort, search }: LibraryFilter): string {
  return sort ?? (search ? 'rank' : 'changed');
}

function readCursor(cursor: string | undefined, filter: LibraryFilter): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [order, key, id] = decodeCursor(cursor, 3) ?? [];
  if (
    order === orderOf(filter) &&
    typeof key === 'string' &&
    /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(key) &&
    typeof id === 'string' &&
    /^\d{1,19}$/.test(id)
  ) {
    return [key, id];
  }
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}
