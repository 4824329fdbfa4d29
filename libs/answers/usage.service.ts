import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Locale, Realm } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import { answerNotFound } from './change-answer.js';
import type { AnswerReaction, AnswerUsage, AnswerUse } from './contract-usage.js';
import { REACTION, USAGE } from './usage-query.js';

const WEEK_MS = 7 * 86_400_000;

export interface UsesFilter {
  realm: Realm;
  network?: string | undefined;
  language?: Locale | undefined;
  versionNumber?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface UsageRow extends Omit<AnswerUsage, 'lastAt' | 'byWeek' | 'reactions'> {
  lastAt: Date | null;
  byWeek: { from: string; count: number }[];
  bySentiment: { sentiment: string; count: number }[];
  reactions: number;
}

/** How answers are used, and what people answer to them. Every figure has its list. */
@Injectable()
export class UsageService {
  constructor(private readonly dataSource: DataSource) {}

  async usage(answerId: string, realm: Realm, now: Date): Promise<AnswerUsage> {
    await this.refuseUnknown(answerId);
    const [row]: UsageRow[] = await this.dataSource.query(USAGE, [answerId, realm, now.toISOString()]);
    if (!row) throw new Error('the usage of an answer is one row');
    const { lastAt, byWeek, bySentiment, reactions, ...figures } = row;
    return {
      ...figures,
      lastAt: lastAt?.toISOString() ?? null,
      byWeek: byWeek.map(({ from, count }) => ({
        from: new Date(from).toISOString(),
        to: new Date(Date.parse(from) + WEEK_MS).toISOString(),
        count,
      })),
      reactions: { total: reactions, bySentiment },
    };
  }

  /** The replies that a figure counts, newest first. */
  async uses(
    answerId: string,
    filter: UsesFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: AnswerUse[]; next: string | null }> {
    await this.refuseUnknown(answerId);
    const values: unknown[] = [answerId, filter.realm];
    const where: string[] = [];
    const and = (condition: string, value: unknown) => {
      if (value !== undefined) where.push(condition.replace('?', `$${values.push(value)}`));
    };
    and('r.network = ?', filter.network);
    and('variant.language = ?', filter.language);
    and('v.number = ?::integer', filter.versionNumber);
    and('r.sent_at >= ?::timestamptz', filter.from);
    and('r.sent_at < ?::timestamptz', filter.to);
    and('r.id < ?::bigint', cursor === undefined ? undefined : readCursor(cursor, 1)[0]);
    const rows: (Omit<AnswerUse, 'sentAt' | 'by'> & {
      sentAt: Date;
      personId: string;
      personName: string;
    })[] = await this.dataSource.query(
      `with ${REACTION}
         select r.id as "replyId", r.mention_id as "mentionId", m.text as "mentionText",
           r.incident_id as "incidentId", incident.title as "incidentTitle",
           coalesce(m.author_name, m.author_handle) as "mentionAuthor", r.network, variant.language,
           v.number as "versionNumber", r.text, r.sent_at as "sentAt", r.url, person.id as "personId",
           person.name as "personName",
           (select count(*)::integer from reaction where reaction.reply_id = r.id) as reactions
         from reply r join answer_version v on v.id = r.answer_version_id
           join answer_variant variant on variant.id = r.answer_variant_id
           join person on person.id = r.person_id
           left join incident on incident.id = r.incident_id
           left join mention_identity i on i.mention_id = r.mention_id
           left join mention m on m.id = i.mention_id and m.published_at = i.published_at
         where r.answer_id = $1 and r.realm = $2 and r.state = 'sent' ${where.map((one) => `and ${one}`).join(' ')}
         order by r.id desc limit ${Math.trunc(limit) + 1}`,
      values,
    );
    const items = rows.slice(0, limit).map(({ sentAt, personId, personName, ...use }) => ({
      ...use,
      sentAt: sentAt.toISOString(),
      by: { id: personId, name: personName },
    }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.replyId]) : null };
  }

  /** The mentions that answer a published reply, newest first. */
  async reactions(
    answerId: string,
    filter: { realm: Realm; sentiment?: string | undefined },
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: AnswerReaction[]; next: string | null }> {
    await this.refuseUnknown(answerId);
    const values: unknown[] = [answerId, filter.realm];
    const where = ['true'];
    if (filter.sentiment !== undefined) where.push(`sentiment = $${values.push(filter.sentiment)}`);
    if (cursor !== undefined) {
      const [place, id] = readCursor(cursor, 2);
      where.push(`(micros, id) < ($${values.push(place)}::bigint, $${values.push(id)}::bigint)`);
    }
    const rows: (Omit<AnswerReaction, 'publishedAt'> & { publishedAt: Date; micros: string })[] =
      await this.dataSource.query(
        `with ${REACTION}
         select id as "mentionId", reply_id as "replyId", text, author, network, sentiment,
           published_at as "publishedAt", micros
         from (select *, (extract(epoch from published_at) * 1000000)::bigint as micros from reaction) reaction
         where ${where.join(' and ')} order by micros desc, id desc limit ${Math.trunc(limit) + 1}`,
        values,
      );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ publishedAt, micros: _, ...reaction }) => ({
        ...reaction,
        publishedAt: publishedAt.toISOString(),
      })),
      next: rows.length > limit && last ? encodeCursor([last.micros, last.mentionId]) : null,
    };
  }

  private async refuseUnknown(answerId: string): Promise<void> {
    const [answer]: unknown[] = await this.dataSource.query('select from answer where id = $1', [answerId]);
    if (!answer) throw answerNotFound(answerId);
  }
}

function readCursor(cursor: string, parts: number): string[] {
  const read = decodeCursor(cursor, parts) ?? [];
  const texts = read.filter((part): part is string => typeof part === 'string' && /^-?\d{1,18}$/.test(part));
  if (texts.length === parts) return texts;
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}
