import type { EntityManager } from 'typeorm';
import { before, type FigureScope } from './figure-scope.js';
import { byPoint, pointOf } from './points.js';
import { Values } from './tally-sql.js';
import { together } from './together.js';

export const RESPONSE_MEASURES = ['sent', 'library', 'message'] as const;
export type ResponseMeasure = (typeof RESPONSE_MEASURES)[number];

/** Of a first reply `r`, what is counted, as it was when the reply left. */
export const RESPONSE_SQL: Record<ResponseMeasure, string> = {
  sent: 'true',
  /** Nobody had to be asked: neither for an answer nor for a decision. */
  library: 'not r.asked_before',
  message: 'r.carries_message',
};

/** What follows `from` for the first replies to mentions of a scope that were sent in its range. `r` is the reply. */
export function firstRepliesSql(scope: FigureScope, values: Values): string {
  const replies =
    scope.topicId === null
      ? `reply r where r.state = 'sent' and r.corrects_id is null and r.mention_id is not null`
      : `(select *, reply_id as id from topic_reply) r where r.topic_id = ${values.add(scope.topicId, 'bigint')}`;
  return [
    `${replies} and r.realm = ${values.add(scope.realm, 'text')}`,
    `r.sent_at >= ${values.add(scope.from, 'timestamptz')} and r.sent_at < ${values.add(scope.to, 'timestamptz')}`,
    ...(scope.networks.length > 0 ? [`r.network = any(${values.add(scope.networks, 'text[]')})`] : []),
    ...(scope.languages.length > 0
      ? [`r.mention_language = any(${values.add(scope.languages, 'text[]')})`]
      : []),
  ].join(' and ');
}

export interface ResponseCount {
  replies: number;
  /** Seconds from the publication of a mention to its first reply. */
  median: number | null;
  p90: number | null;
  library: number;
  message: number;
}
export interface ResponseFigures {
  now: ResponseCount;
  before: ResponseCount;
  /** The same of each point, oldest first. */
  course: ResponseCount[];
}

/** How fast, how often and with what was answered. */
export async function readResponseFigures(
  manager: EntityManager,
  scope: FigureScope,
): Promise<ResponseFigures> {
  const [now, earlier, course] = await together(manager, [
    () => readCount(manager, scope),
    () => readCount(manager, before(scope)),
    () => readCourse(manager, scope),
  ]);
  return { now, before: earlier, course };
}

async function readCount(manager: EntityManager, scope: FigureScope): Promise<ResponseCount> {
  const values = new Values();
  const [row]: ResponseCount[] = await manager.query(
    `select ${COUNTED} from (select ${COUNTING} from ${firstRepliesSql(scope, values)}) counted`,
    values.list,
  );
  return row ?? NO_REPLY;
}

const NO_REPLY: ResponseCount = { replies: 0, median: null, p90: null, library: 0, message: 0 };
const COUNTING = `count(*)::integer as replies,
  percentile_cont('{0.5,0.9}'::float8[]) within group (order by r.response_seconds) as quantiles,
  count(*) filter (where ${RESPONSE_SQL.library})::integer as library,
  count(*) filter (where ${RESPONSE_SQL.message})::integer as message`;
const COUNTED = 'replies, quantiles[1] as median, quantiles[2] as p90, library, message';

async function readCourse(manager: EntityManager, scope: FigureScope): Promise<ResponseFigures['course']> {
  const values = new Values();
  const rows: (ResponseCount & { at: Date })[] = await manager.query(
    `select at, ${COUNTED} from (
       select ${pointOf('r.sent_at', scope, values)} as at, ${COUNTING}
       from ${firstRepliesSql(scope, values)} group by 1
     ) counted`,
    values.list,
  );
  return byPoint(scope, rows, NO_REPLY);
}
