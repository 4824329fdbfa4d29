import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { encodeCursor, idOfCursor } from '#platform/database';
import type { Reply, ReplyState } from './contract.js';
import { readReplies, replyView } from './reply-record.js';

export interface ReplyFilter {
  state?: ReplyState[] | undefined;
  mentionId?: string | undefined;
  answerId?: string | undefined;
  realm?: string | undefined;
  invited?: boolean | undefined;
  personId?: string | undefined;
  fieldId?: string | undefined;
  sentSince?: string | undefined;
}

/** Reading the outbox and what has been published. */
@Injectable()
export class ReplyReader {
  constructor(private readonly dataSource: DataSource) {}

  /** A page, newest first. */
  async list(
    filter: ReplyFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: Reply[]; next: string | null }> {
    const values: unknown[] = [];
    const where = ['true'];
    const and = (column: string, operator: string, value: unknown, type: string) =>
      where.push(`r.${column} ${operator.replace('?', `$${values.push(value)}::${type}`)}`);
    if (filter.state) and('state', '= any(?)', filter.state, 'text[]');
    if (filter.mentionId) and('mention_id', '= ?', filter.mentionId, 'bigint');
    if (filter.answerId) and('answer_id', '= ?', filter.answerId, 'bigint');
    if (filter.realm) and('realm', '= ?', filter.realm, 'text');
    if (filter.invited !== undefined) where.push(`(r.invitation_id is not null) = ${filter.invited}`);
    if (filter.personId) and('person_id', '= ?', filter.personId, 'bigint');
    if (filter.fieldId) {
      where.push(
        `exists (select from answer_invitation i
          where i.id = r.invitation_id and i.field_id = $${values.push(filter.fieldId)}::bigint)`,
      );
    }
    if (filter.sentSince) and('sent_at', '>= ?', filter.sentSince, 'timestamptz');
    if (cursor !== undefined) and('id', '< ?', idOfCursor(cursor), 'bigint');
    const rows = await readReplies(this.dataSource.manager, where.join(' and '), values, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(replyView), next: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }
}
