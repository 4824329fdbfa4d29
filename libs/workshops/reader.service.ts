import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { encodeCursor, idOfCursor } from '#platform/database';
import type { listWorkshops, WorkshopContent, WorkshopDetail, WorkshopSummary } from './contract.js';
import { METHODS } from './methods.js';
import { readHarvest } from './read-harvest.js';
import { workshopNotFound } from './workshop-record.js';

/** Reading workshops outside their rooms. */
@Injectable()
export class WorkshopReader {
  constructor(private readonly dataSource: DataSource) {}

  async list({
    state,
    cursor,
    limit,
  }: InputOf<typeof listWorkshops>['query']): Promise<ResponseOf<typeof listWorkshops>> {
    const after = cursor === undefined ? null : idOfCursor(cursor);
    const rows: SummaryRow[] = await this.dataSource.query(
      `select ${SUMMARY} from ${WORKSHOPS}
       where ($1::text is null or w.state = $1) and ($2::bigint is null or w.id < $2)
       order by w.id desc limit $3`,
      [state ?? null, after, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(summaryOf),
      next: rows.length > page.length && last ? encodeCursor([last.id]) : null,
    };
  }

  async read(workshopId: string): Promise<WorkshopDetail> {
    const [row]: (SummaryRow & Omit<WorkshopContent, 'plannedAt'> & { revision: number })[] =
      await this.dataSource.query(
        `select ${SUMMARY}, w.stake, w.strategy, w.minutes, w.trust, w.language, w.anonymous_allowed as "anonymousAllowed",
         w.topic_id as "topicId", w.plan, w.rooms, w.revision
       from ${WORKSHOPS} where w.id = $1`,
        [workshopId],
      );
    if (!row) throw workshopNotFound();
    const runs: RunRow[] = await this.dataSource.query(
      `select phase_key as "phaseKey", started_at as "startedAt", ended_at as "endedAt",
         planned_minutes as "plannedMinutes",
         round(((extract(epoch from ended_at - started_at) * 1000 - paused_ms) / 60000)::numeric, 1)::float as "realMinutes"
       from workshop_run where workshop_id = $1 order by id`,
      [workshopId],
    );
    const harvest = await readHarvest(
      this.dataSource.manager,
      'h.workshop_id = $1',
      [workshopId],
      'order by h.id',
    );
    const { ownMethod: _, ...content } = row;
    return {
      ...content,
      ...summaryOf(row),
      runs: runs.map((run) => ({
        ...run,
        title: row.plan.phases.find(({ key }) => key === run.phaseKey)?.title ?? run.phaseKey,
        startedAt: run.startedAt.toISOString(),
        endedAt: run.endedAt?.toISOString() ?? null,
      })),
      harvest,
    };
  }
}

interface SummaryRow extends Omit<WorkshopSummary, 'plannedAt' | 'createdAt' | 'method'> {
  /** Of a method of one's own. */
  ownMethod: WorkshopSummary['method'] | null;
  plannedAt: Date | null;
  createdAt: Date;
}

interface RunRow {
  phaseKey: string;
  startedAt: Date;
  endedAt: Date | null;
  plannedMinutes: number;
  realMinutes: number | null;
}

function summaryOf(row: SummaryRow): WorkshopSummary {
  const { ownMethod, ...summary } = row;
  return {
    ...summary,
    method: ownMethod ?? readyMethod(row.methodKey),
    plannedAt: row.plannedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

function readyMethod(methodKey: string): WorkshopSummary['method'] {
  const method = METHODS.find(({ key }) => key === methodKey);
  return method
    ? { name: method.name, sources: method.sources }
    : { name: { fr: methodKey, en: methodKey }, sources: [] };
}

/** Each with its creator, and with the version of the method where that is one's own. */
const WORKSHOPS = `workshop w join person p on p.id = w.created_by
  left join workshop_method_version v on v.method_id = substring(w.method_key from '^own-([0-9]+)-')::bigint
    and v.number = substring(w.method_key from '^own-[0-9]+-([0-9]+)$')::integer`;

const SUMMARY = `w.id, w.title, w.sponsor, w.objective, w.method_key as "methodKey",
  case when v.method_id is not null then
    jsonb_build_object('name', v.content -> 'name', 'sources', v.content -> 'sources') end as "ownMethod", w.place, w.state, w.people,
  w.planned_at as "plannedAt", w.created_at as "createdAt",
  jsonb_build_object('id', p.id::text, 'name', p.name) as "createdBy",
  (select count(*) from workshop_seat s where s.workshop_id = w.id and s.revoked_at is null)::integer as seats,
  (select count(*) from workshop_item i where i.workshop_id = w.id and i.hidden_at is null)::integer as items,
  (select count(*) from workshop_harvest h where h.workshop_id = w.id and h.kind = 'action' and h.done_at is null)::integer
    as "openActions"`;
