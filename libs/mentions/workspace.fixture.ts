import type { DataSource } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import { testDatabase } from '#platform/testing';
import type { IncomingMention } from './incoming-mention.js';

/** A database with people, for the specs of this folder. */
export interface SpecWorkspace {
  url: string;
  dataSource: DataSource;
  /** Adds a person of the given roles. */
  person(name: string, ...roles: Role[]): Promise<Actor>;
  connect(): Promise<DataSource>;
  close(): Promise<void>;
}

export async function specWorkspace(): Promise<SpecWorkspace> {
  const database = await testDatabase();
  const connections: DataSource[] = [];
  const connect = async () => {
    const dataSource = await createDataSource({ url: database.url, entities: [], poolSize: 4 }).initialize();
    connections.push(dataSource);
    return dataSource;
  };
  const dataSource = await connect();
  return {
    url: database.url,
    dataSource,
    connect,
    async person(name, ...roles) {
      const [row]: { id: string }[] = await dataSource.query(
        `insert into person (email, name, roles, locale) values ($1, $2, $3, 'fr') returning id`,
        [`${name.toLowerCase()}@example.org`, name, roles],
      );
      if (!row) throw new Error('no person');
      return {
        personId: row.id,
        name,
        roles,
        permissions: permissionsOf(roles),
        departmentIds: [],
        sessionId: '1',
      };
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.destroy()));
      await database.drop();
    },
  };
}

/** A mention like any other; the number makes it another one. */
export function incoming(number: number, given: Partial<IncomingMention> = {}): IncomingMention {
  return {
    realm: 'live',
    network: 'x',
    externalId: `post-${number}`,
    author: { handle: `author${number % 7}`, name: 'Someone', followers: 10 },
    text: `Post number ${number}: the delivery never arrived and nobody answers my mails`,
    publishedAt: new Date(Date.UTC(2026, 2 + (number % 3), 1 + (number % 20), 10, number % 60)),
    ...given,
  };
}

/** The counters as they stand, without empty cells, and as a recount of the mentions says they should be. */
export async function countersAndRecount(
  dataSource: DataSource,
): Promise<{ counted: unknown[]; recounted: unknown[] }> {
  const cell = `minute, realm, topic_id, network, language, level`;
  const [counted, recounted] = await Promise.all([
    dataSource.query(`select ${cell}, mentions from mention_counter where mentions <> 0 order by ${cell}`),
    dataSource.query(
      `select ${cell}, count(*)::integer as mentions from (
         select date_trunc('minute', m.published_at) as minute, m.realm, 0::bigint as topic_id, m.network, m.language, m.level
         from mention m where m.assessed_at is not null and not m.own
         union all
         select date_trunc('minute', m.published_at), m.realm, t.topic_id, m.network, m.language, m.level
         from mention m join mention_topic t on t.mention_id = m.id and t.published_at = m.published_at
       ) as recount group by ${cell} order by ${cell}`,
    ),
  ]);
  return { counted, recounted };
}

const COUNTED_MENTIONS = `
  select t.topic_id, m.realm, m.published_at, m.network, m.language, coalesce(m.assessment->>'authorKind', 'unknown') as voice,
    coalesce(m.author_handle, m.author_name) as author, coalesce(m.author_followers, 0) as followers,
    (m.sentiment = 'negative')::integer as negative
  from mention m cross join lateral (
    select 0::bigint as topic_id
    union all select topic_id from mention_topic mt where mt.mention_id = m.id and mt.published_at = m.published_at
  ) t where m.assessed_at is not null and not m.own`;

/** Every cell of the tallies, counted from the mentions themselves. */
const RECOUNT = `
  with counted as materialized (${COUNTED_MENTIONS}), day as (
    select distinct topic_id, realm, network, author, date_trunc('day', published_at, 'UTC') as start, language, voice,
      max(followers) over (partition by topic_id, realm, network, author, date_trunc('day', published_at, 'UTC'), language, voice) as followers
    from counted where author is not null
  ), reached as (
    select topic_id, realm, span, date_trunc(span, start, 'UTC') as start, network, language, voice, sum(followers) as reach
    from day cross join unnest('{day,week}'::text[]) span group by 1, 2, 3, 4, 5, 6, 7
  ), recount as (
    select c.*, coalesce(r.reach, 0) as reach from (
      select topic_id, realm, span, date_trunc(span, published_at, 'UTC') as start, network, language, voice,
        count(*) as mentions, sum(negative) as negative
      from counted cross join unnest('{hour,day,week}'::text[]) span group by 1, 2, 3, 4, 5, 6, 7
    ) c left join reached r using (topic_id, realm, span, start, network, language, voice)
  )`;

/** Hours, days, weeks and authors as they stand, and as a recount says they should be; empty cells are left out of both. */
export async function talliesAndRecount(
  dataSource: DataSource,
): Promise<{ counted: unknown[]; recounted: unknown[] }> {
  const cell = 'topic_id, realm, span, start, network, language, voice';
  const sum = 'topic_id, realm, span, start, network, language';
  const author = 'topic_id, realm, network, author, day, language, voice';
  const [tallies, sums, authors, talliesAgain, sumsAgain, authorsAgain] = await Promise.all([
    dataSource.query(
      `select ${cell}, mentions, negative, reach::integer from mention_tally
       where mentions <> 0 or negative <> 0 or reach <> 0 order by ${cell}`,
    ),
    dataSource.query(
      `select ${sum}, mentions, negative, reach::integer from topic_tally
       where mentions <> 0 or negative <> 0 or reach <> 0 order by ${sum}`,
    ),
    dataSource.query(
      `select ${author}, mentions, negative, followers from author_day where mentions <> 0 or negative <> 0 order by ${author}`,
    ),
    dataSource.query(
      `${RECOUNT} select ${cell}, mentions::integer, negative::integer, reach::integer from recount order by ${cell}`,
    ),
    dataSource.query(
      `${RECOUNT} select ${sum}, sum(mentions)::integer as mentions, sum(negative)::integer as negative,
         sum(reach)::integer as reach
       from (
         select topic_id, realm, span, start, n.network, n.language, mentions, negative, reach
         from recount r cross join lateral (values ('', ''), (r.network, ''), ('', r.language)) n(network, language)
       ) r group by ${sum} order by ${sum}`,
    ),
    dataSource.query(
      `select topic_id, realm, network, author, date_trunc('day', published_at, 'UTC') as day, language, voice,
         count(*)::integer as mentions, sum(negative)::integer as negative, max(followers) as followers
       from (${COUNTED_MENTIONS}) c where author is not null group by 1, 2, 3, 4, 5, 6, 7 order by ${author}`,
    ),
  ]);
  return {
    counted: [...tallies, ...sums, ...authors],
    recounted: [...talliesAgain, ...sumsAgain, ...authorsAgain],
  };
}
