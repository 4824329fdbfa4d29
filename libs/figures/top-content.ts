import type { EntityManager } from 'typeorm';
import type { FigureScope } from './figure-scope.js';
import { Values } from './tally-sql.js';

export interface ContentLine {
  id: string;
  network: string;
  author: string | null;
  text: string;
  publishedAt: Date;
  level: number;
  severity: number;
  followers: number | null;
  negative: boolean;
}

/** Only the newest so many are looked at: more of them would not be read on a dashboard either. */
const LOOKED_AT = 1000;
const LONGEST_TEXT = 280;

/** The mentions that weigh most: by severity, then by how many follow their author. */
export async function readTopContent(
  manager: EntityManager,
  scope: FigureScope,
  limit: number,
): Promise<ContentLine[]> {
  const values = new Values();
  const realm = values.add(scope.realm, 'text');
  const from = values.add(scope.from, 'timestamptz');
  const to = values.add(scope.to, 'timestamptz');
  const narrowed = [
    `m.assessed_at is not null and not m.own and m.realm = ${realm}`,
    ...(scope.networks.length > 0 ? [`m.network = any(${values.add(scope.networks, 'text[]')})`] : []),
    ...(scope.languages.length > 0 ? [`m.language = any(${values.add(scope.languages, 'text[]')})`] : []),
  ].join(' and ');
  const looked =
    scope.topicId === null
      ? // Severe ones have an index of their own; where there are none, the newest stand for the range.
        `(select m.* from mention m where ${narrowed} and m.level >= 2
            and m.published_at >= ${from} and m.published_at < ${to} order by m.published_at desc limit ${LOOKED_AT})
         union
         (select m.* from mention m where ${narrowed}
            and m.published_at >= ${from} and m.published_at < ${to}
          order by m.published_at desc, m.id desc limit 200)`
      : `select m.* from (
           select published_at, mention_id from mention_topic
           where topic_id = ${values.add(scope.topicId, 'bigint')} and published_at >= ${from} and published_at < ${to}
           order by published_at desc, mention_id desc limit ${LOOKED_AT}
         ) t cross join lateral (
           select m.* from mention m where m.id = t.mention_id and m.published_at = t.published_at and ${narrowed} offset 0
         ) m`;
  return manager.query(
    `select id, network, coalesce(author_name, author_handle) as author, left(text, ${LONGEST_TEXT}) as text,
       published_at as "publishedAt", level, severity, author_followers as followers, sentiment = 'negative' as negative
     from (${looked.replaceAll('m.*', COLUMNS)}) m
     order by severity desc, author_followers desc nulls last, published_at desc, id desc
     limit ${values.add(limit, 'integer')}`,
    values.list,
  );
}

const COLUMNS = `m.id, m.network, m.author_name, m.author_handle, m.text, m.published_at, m.level, m.severity,
  m.author_followers, m.sentiment`;
