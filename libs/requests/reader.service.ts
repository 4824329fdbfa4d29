import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type MentionSummary, WAITING_REQUEST_STATES } from '#contract/mentions';
import { readSummaries } from '#mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor } from '#platform/database';
import { invalidField, notFound } from '#platform/problem';
import { placeholdersIn } from '#rules/answers';
import { AnswerAllService } from './answer-all.service.js';
import type {
  AnswerRequestDetail,
  findSimilar,
  GatheredMention,
  listRequests,
  readAskedAnswer,
  RequestState,
} from './contract.js';
import { UNANSWERED_SQL } from './overdue-requests.js';
import { proposeDepartments } from './propose-departments.js';
import { readRequest, readRequests, requestView } from './request-record.js';
import { findSimilar as searchSimilar } from './similar-mentions.js';
import { proposedValues } from './send-together.js';
import { TICKED_FROM } from './similarity.js';

type ListQuery = InputOf<typeof listRequests>['query'];

export interface RequestReaderPerson {
  personId: string;
  departmentIds: readonly string[];
}

/** Reading what was asked for, and what could be asked for. */
@Injectable()
export class RequestReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly answers: AnswerAllService,
  ) {}

  /** A page: those that are waited for by due time, a list with ended ones by newest. */
  async list(
    query: ListQuery,
    person: RequestReaderPerson,
    now = new Date(),
  ): Promise<ResponseOf<typeof listRequests>> {
    const states: readonly RequestState[] = query.state?.length ? query.state : WAITING_REQUEST_STATES;
    const byDue = states.every((state) => (WAITING_REQUEST_STATES as readonly string[]).includes(state));
    const values: unknown[] = [states];
    const add = (value: unknown) => `$${values.push(value)}`;
    const where = ['r.state = any($1::text[])'];
    if (query.realm) where.push(`r.realm = ${add(query.realm)}`);
    if (query.scope === 'mine') where.push(`r.asked_by = ${add(person.personId)}`);
    if (query.scope === 'departments')
      where.push(`r.department_ids && ${add(person.departmentIds)}::bigint[]`);
    if (query.overdue === 'true') where.push(`${UNANSWERED_SQL} and r.due_at <= ${add(now)}`);
    if (query.cursor !== undefined) {
      const [due, id] = readCursor(query.cursor, byDue);
      where.push(
        byDue
          ? `(r.due_at, r.id) > (${add(due)}::timestamptz, ${add(id)}::bigint)`
          : `r.id < ${add(id)}::bigint`,
      );
    }
    const order = byDue ? 'r.due_at, r.id' : 'r.id desc';
    const rows = await readRequests(
      this.dataSource.manager,
      where.join(' and '),
      values,
      `order by ${order} limit ${query.limit + 1}`,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => requestView(row, now)),
      next:
        rows.length > page.length && last
          ? encodeCursor(byDue ? ['due', last.dueAt.toISOString(), last.id] : ['newest', last.id])
          : null,
      counts: await this.counts(query.realm, person, now),
    };
  }

  async read(requestId: string, now = new Date()): Promise<AnswerRequestDetail> {
    const request = await readRequest(this.dataSource.manager, requestId);
    return { ...requestView(request, now), gathered: await this.gathered(requestId, request.answerId) };
  }

  /** What waits for a mention, and the answer with which it can be answered now. */
  async ofMention(mentionId: string, now = new Date()): Promise<ResponseOf<typeof readAskedAnswer>> {
    const mention = await this.mention(mentionId);
    const { request: mark } = mention;
    if (!mark) return { request: null, proposed: null, ready: null, values: {} };
    const request = await readRequest(this.dataSource.manager, mark.id);
    const view = requestView(request, now);
    const attached = mark.standing === 'attached';
    const ready =
      attached && request.state === 'ready' && request.answerId !== null
        ? await this.answers.readyFor(request.answerId, mention)
        : null;
    return {
      request: attached ? view : null,
      proposed: attached ? null : view,
      ready,
      values: ready ? proposedValues(ready, placeholdersIn(ready.body), mention) : {},
    };
  }

  async similar(mentionId: string, limit: number, now = new Date()): Promise<ResponseOf<typeof findSimilar>> {
    const mention = await this.mention(mentionId);
    const { manager } = this.dataSource;
    const found = await searchSimilar(manager, mention, now, limit);
    const summaries = await readSummaries(
      manager,
      found.map((one) => one.mentionId),
    );
    const byId = new Map(summaries.map((summary) => [summary.id, summary]));
    const departments: { id: string; key: string }[] = await manager.query(
      'select id, key from department order by id',
    );
    return {
      items: found.flatMap(({ mentionId: id, similarity }) => {
        const summary = byId.get(id);
        return summary ? [{ mention: summary, similarity, ticked: similarity >= TICKED_FROM }] : [];
      }),
      departmentIds: proposeDepartments(mention.harm, departments).map(({ id }) => id),
    };
  }

  private async mention(mentionId: string): Promise<MentionSummary> {
    const [mention] = await readSummaries(this.dataSource.manager, [mentionId]);
    if (!mention) throw notFound('mention-not-found', 'There is no such mention.');
    return mention;
  }

  private async counts(realm: string | undefined, person: RequestReaderPerson, now: Date) {
    const [row]: ResponseOf<typeof listRequests>['counts'][] = await this.dataSource.query(
      `select count(*)::integer as waiting, count(*) filter (where r.state = 'ready')::integer as ready,
         count(*) filter (where ${UNANSWERED_SQL} and r.due_at <= $1)::integer as overdue,
         count(*) filter (where r.asked_by = $2)::integer as mine,
         count(*) filter (where ${UNANSWERED_SQL} and r.department_ids && $3::bigint[])::integer as departments
       from answer_request r
       where r.state in ('open', 'drafted', 'in_review', 'ready') and ($4::text is null or r.realm = $4)`,
      [now, person.personId, person.departmentIds, realm ?? null],
    );
    return row ?? { waiting: 0, overdue: 0, ready: 0, mine: 0, departments: 0 };
  }

  private async gathered(requestId: string, answerId: string | null): Promise<GatheredMention[]> {
    const rows: GatheredRow[] = await this.dataSource.query(GATHERED, [requestId, answerId]);
    const summaries = await readSummaries(
      this.dataSource.manager,
      rows.map(({ mentionId }) => mentionId),
    );
    const byId = new Map(summaries.map((summary) => [summary.id, summary]));
    return rows.flatMap(({ mentionId, ...row }) => {
      const mention = byId.get(mentionId);
      // What was answered or closed meanwhile is proposed to nobody.
      const over = mention?.state === 'answered' || mention?.state === 'no_reply';
      return mention && !(row.standing === 'proposed' && over) ? [{ mention, ...row }] : [];
    });
  }
}

interface GatheredRow extends Omit<GatheredMention, 'mention'> {
  mentionId: string;
}

const GATHERED = `
  select rm.mention_id as "mentionId", rm.standing, rm.similarity,
    case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as "addedBy",
    (select jsonb_build_object('id', reply.id::text, 'state', reply.state, 'text', reply.text,
       'problem', case when reply.problem_code is not null then
         jsonb_build_object('code', reply.problem_code, 'detail', coalesce(reply.problem_detail, '')) end)
     from reply where reply.mention_id = rm.mention_id and reply.answer_id = $2 order by reply.id desc limit 1) as reply
  from answer_request_mention rm left join person p on p.id = rm.added_by
  where rm.request_id = $1 and rm.standing <> 'removed'
  order by rm.standing, rm.added_at, rm.similarity desc nulls first, rm.mention_id`;

function readCursor(cursor: string, byDue: boolean): [string, string] {
  const [kind, ...rest] = decodeCursor(cursor, byDue ? 3 : 2) ?? [];
  const [due, id] = byDue ? rest : ['', rest[0]];
  const ours =
    kind === (byDue ? 'due' : 'newest') &&
    /^\d{1,18}$/.test(String(id)) &&
    (!byDue || !Number.isNaN(Date.parse(String(due))));
  if (!ours) throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list and order');
  return [String(due), String(id)];
}
