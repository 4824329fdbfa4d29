import type { EntityManager } from 'typeorm';
import {
  approvalsSql,
  daysOf,
  type FigureScope,
  firstRepliesSql,
  RESPONSE_SQL,
  type ResponseMeasure,
  Values,
} from '#figures';
import type { ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField } from '#platform/problem';
import { EVERY_MENTION } from '#topics';
import type { listApprovals, listReach, listResponses } from './contract.js';

interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** The replies that a figure counts; as many as it says, whoever pages through all of them. */
export async function pageOfResponses(
  manager: EntityManager,
  scope: FigureScope,
  measure: ResponseMeasure,
  { cursor, limit }: Page,
): Promise<ResponseOf<typeof listResponses>> {
  const values = new Values();
  const place = cursor === undefined ? null : readPlace(cursor);
  const after = place
    ? `and (r.sent_at, r.id) < (${values.add(place.at, 'timestamptz')}, ${values.add(place.id, 'bigint')})`
    : '';
  const rows: (Omit<ResponseOf<typeof listResponses>['items'][number], 'sentAt'> & {
    sentAt: Date;
    place: string;
  })[] = await manager.query(
    `select r.id as "replyId", r.mention_id as "mentionId", r.network, left(m.text, 280) as mention,
       left(r.text, 280) as reply, r.sent_at as "sentAt", ${exact('r.sent_at')} as place,
       coalesce(r.response_seconds, 0) as seconds
     from (
       select r.id from ${firstRepliesSql(scope, values)} and ${RESPONSE_SQL[measure]} ${after}
       order by r.sent_at desc, r.id desc limit ${values.add(limit + 1, 'integer')}
     ) counted
     join reply r on r.id = counted.id
     join mention_identity i on i.mention_id = r.mention_id
     join mention m on m.id = i.mention_id and m.published_at = i.published_at
     order by r.sent_at desc, r.id desc`,
    values.list,
  );
  return pageAfter(rows, limit, ({ place: _, sentAt, ...row }) => ({
    item: { ...row, sentAt: sentAt.toISOString() },
    id: row.replyId,
  }));
}

/** The decisions on answers that a figure counts. */
export async function pageOfApprovals(
  manager: EntityManager,
  scope: FigureScope,
  departmentId: string | undefined,
  { cursor, limit }: Page,
): Promise<ResponseOf<typeof listApprovals>> {
  const values = new Values();
  const place = cursor === undefined ? null : readPlace(cursor);
  const conditions = [
    approvalsSql(scope, values),
    ...(departmentId === undefined ? [] : [`p.department_id = ${values.add(departmentId, 'bigint')}`]),
    ...(place
      ? [`(p.at, p.id) < (${values.add(place.at, 'timestamptz')}, ${values.add(place.id, 'bigint')})`]
      : []),
  ];
  type Item = ResponseOf<typeof listApprovals>['items'][number];
  const rows: (Omit<Item, 'at'> & { at: Date; place: string })[] = await manager.query(
    `select p.id as "approvalId", v.answer_id as "answerId", jsonb_build_object('fr', v.question_fr, 'en', v.question_en) as question,
       p.department_id as "departmentId", p.decision, p.at, ${exact('p.at')} as place,
       greatest(0, extract(epoch from p.at - v.submitted_at))::integer as seconds
     from answer_approval p join answer_version v on v.id = p.version_id
     where ${conditions.join(' and ')} order by p.at desc, p.id desc limit ${values.add(limit + 1, 'integer')}`,
    values.list,
  );
  return pageAfter(rows, limit, ({ place: _, at, ...row }) => ({
    item: { ...row, at: at.toISOString() },
    id: row.approvalId,
  }));
}

type ReachItem = ResponseOf<typeof listReach>['items'][number];
type ReachRow = Omit<ReachItem, 'day'> & { day: Date };

const DAY_MS = 86_400_000;

/**
 * The authors behind the reach: their followers add up to it. The latest day comes first, so a page is mostly found in
 * one day; more and more days at once are looked at where days are empty.
 */
export async function pageOfReach(
  manager: EntityManager,
  scope: FigureScope,
  { cursor, limit }: Page,
): Promise<ResponseOf<typeof listReach>> {
  const days = daysOf(scope);
  const place = cursor === undefined ? null : readReachPlace(cursor);
  const rows: ReachRow[] = [];
  let to =
    place === null ? days.to : new Date(Math.min(days.to.getTime(), Date.parse(String(place[0])) + DAY_MS));
  for (let width = DAY_MS; to > days.from && rows.length <= limit; width *= 3) {
    const from = new Date(Math.max(days.from.getTime(), to.getTime() - width));
    rows.push(...(await readReachRows(manager, scope, { from, to }, place, limit + 1 - rows.length)));
    to = from;
  }
  const items = rows.slice(0, limit).map(({ day, ...row }) => ({ ...row, day: day.toISOString() }));
  const last = items.at(-1);
  const next =
    rows.length > limit && last
      ? encodeCursor([last.day, last.followers, last.network, last.author, last.language, last.voice])
      : null;
  return { items, next };
}

function readReachRows(
  manager: EntityManager,
  scope: FigureScope,
  days: { from: Date; to: Date },
  place: readonly (string | number)[] | null,
  limit: number,
): Promise<ReachRow[]> {
  const values = new Values();
  const order = ['a.day', 'a.followers', 'a.network', 'a.author', 'a.language', 'a.voice'];
  const after = place
    ? `and (${order.join(', ')}) < (${[
        values.add(place[0], 'timestamptz'),
        values.add(place[1], 'integer'),
        ...place.slice(2).map((part) => values.add(part, 'text')),
      ].join(', ')})`
    : '';
  return manager.query(
    `select a.network, a.author, a.voice, a.mentions, a.negative, a.followers, a.day, a.language from author_day a
     where a.topic_id = ${values.add(scope.topicId ?? EVERY_MENTION, 'bigint')} and a.realm = ${values.add(scope.realm, 'text')}
       and a.mentions > 0 and a.day >= ${values.add(days.from, 'timestamptz')} and a.day < ${values.add(days.to, 'timestamptz')}
       ${scope.networks.length > 0 ? `and a.network = any(${values.add(scope.networks, 'text[]')})` : ''}
       ${scope.languages.length > 0 ? `and a.language = any(${values.add(scope.languages, 'text[]')})` : ''} ${after}
     order by ${order.map((column) => `${column} desc`).join(', ')} limit ${values.add(limit, 'integer')}`,
    values.list,
  );
}

const exact = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function pageAfter<Row extends { place: string }, Item>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => { item: Item; id: string },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => view(row).item),
    next: rows.length > limit && last ? encodeCursor([last.place, view(last).id]) : null,
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/;

function readPlace(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof at === 'string' && INSTANT.test(at) && !Number.isNaN(Date.parse(at))) {
    if (typeof id === 'string' && /^\d{1,18}$/.test(id)) return { at, id };
  }
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}

function readReachPlace(cursor: string): readonly (string | number)[] {
  const parts = decodeCursor(cursor, 6) ?? [];
  const [day, followers, ...names] = parts;
  const ours =
    typeof day === 'string' &&
    INSTANT.test(day) &&
    !Number.isNaN(Date.parse(day)) &&
    typeof followers === 'number' &&
    Number.isInteger(followers) &&
    Math.abs(followers) < 2 ** 31 &&
    names.length === 4 &&
    names.every((name) => typeof name === 'string' && !name.includes('\0'));
  if (!ours) throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
  return [day, followers, ...names.map(String)];
}
