import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  listIncidentStakeholders,
  listTold,
  noteTold,
  StakeholderToldView,
} from '#contract/stakeholders';
import type { InputOf, Realm, ResponseOf } from '#platform/contract';
import { encodeCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { invalidField, notFound } from '#platform/problem';
import { announceChanges } from './announce-changes.js';
import type { ToldHow } from './categories.js';
import { readCursor } from './stakeholder-authors.service.js';
import {
  lockStakeholder,
  readStakeholderView,
  SUMMARY_COLUMNS,
  type SummaryRow,
  viewSummary,
} from './stakeholder-record.js';
import { tellFirst } from './tell-first.js';
import { writeToldLine } from './write-told-line.js';

/** Clocks differ; what is further ahead has not happened. */
const AHEAD_MS = 5 * 60_000;
/** What stakeholders said so long before an incident was declared belongs to it: it is what led to it. */
const BEFORE_MS = 3 * 86_400_000;
const POSTS_COUNTED = 1000;

type IncidentStakeholders = ResponseOf<typeof listIncidentStakeholders>;
type InIncident = SummaryRow & {
  posts: number;
  negative: number;
  lastSpokeAt: Date | null;
  told: { id: string; at: string; by: string; how: ToldHow; what: string } | null;
  toldTimes: number;
};

/** What stakeholders were told, and who must be told of an incident. */
@Injectable()
export class ToldService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    stakeholderId: string,
    { cursor, limit }: InputOf<typeof listTold>['query'],
  ): Promise<ResponseOf<typeof listTold>> {
    const { manager } = this.dataSource;
    await readStakeholderView(manager, stakeholderId);
    const [at, id] = cursor === undefined ? ['infinity', '0'] : readCursor(cursor);
    const rows: ToldRow[] = await manager.query(
      `${TOLD} where d.stakeholder_id = $1 and (d.at, d.id) < ($2::timestamptz, $3::bigint)
       order by d.at desc, d.id desc limit $4`,
      [stakeholderId, at, id, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(viewTold),
      next: rows.length > items.length && last ? encodeCursor([last.place, last.id]) : null,
    };
  }

  /** A contact that was due is kept by this one: without a next date, none is due any more. */
  async note(
    actor: Actor,
    stakeholderId: string,
    { how, what, at, incidentId, nextContactAt }: InputOf<typeof noteTold>['body'],
    now = new Date(),
  ): Promise<StakeholderToldView> {
    if (at !== null && Date.parse(at) > now.getTime() + AHEAD_MS) {
      throw invalidField('at', 'moment-ahead', 'lies ahead: note what has happened');
    }
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { realm, name, nextContactAt: due } = await lockStakeholder(manager, stakeholderId);
      const happenedAt = at === null ? now : new Date(at);
      if (incidentId !== null) {
        const line = { personId: actor.personId, stakeholder: { name, realm }, how, what, at: happenedAt };
        await writeToldLine(manager, incidentId, line);
      }
      const [row]: { id: string }[] = await manager.query(
        `insert into stakeholder_told (stakeholder_id, incident_id, at, person_id, how, what)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [stakeholderId, incidentId, happenedAt, actor.personId, how, what],
      );
      const kept = due !== null && Date.parse(due) <= happenedAt.getTime();
      if (nextContactAt !== null || kept) {
        await manager.query(
          `update stakeholder set next_contact_at = $2, version = version + 1, changed_at = clock_timestamp()
           where id = $1`,
          [stakeholderId, nextContactAt],
        );
      }
      const after = { how, incidentId, ...(nextContactAt !== null || kept ? { nextContactAt } : {}) };
      await announceChanges(manager, actor, [{ stakeholderId, realm, action: 'told', after }]);
      const [told]: ToldRow[] = await manager.query(`${TOLD} where d.id = $1`, [row?.id]);
      if (!told) throw new Error('what a stakeholder was told was not stored');
      return viewTold(told);
    });
  }

  async ofIncident(incidentId: string, now = new Date()): Promise<IncidentStakeholders> {
    const [incident]: { topicId: string; realm: Realm; declaredAt: Date; closedAt: Date | null }[] =
      await this.dataSource.query(
        `select topic_id as "topicId", realm, declared_at as "declaredAt", closed_at as "closedAt"
         from incident where id = $1`,
        [incidentId],
      );
    if (!incident) throw notFound('incident-not-found', 'There is no such incident.');
    const from = new Date(incident.declaredAt.getTime() - BEFORE_MS);
    const until = incident.closedAt ?? now;
    const rows: InIncident[] = await this.dataSource.query(IN_INCIDENT, [
      incidentId,
      incident.realm,
      incident.topicId,
      from,
      until,
    ]);
    const ordered = tellFirst(
      rows.map((row) => ({
        ...{ id: row.id, name: row.name, power: row.power, interest: row.interest, posts: row.posts, row },
        attributes: { power: row.hasPower, legitimacy: row.hasLegitimacy, urgency: row.hasUrgency },
        toldAt: row.told === null ? null : Date.parse(row.told.at),
      })),
    );
    return {
      from: from.toISOString(),
      until: until.toISOString(),
      topicId: incident.topicId,
      items: ordered.map(({ row }) => viewInIncident(row)),
    };
  }
}

function viewInIncident({
  posts,
  negative,
  lastSpokeAt,
  told,
  toldTimes,
  ...row
}: InIncident): IncidentStakeholders['items'][number] {
  return {
    ...viewSummary(row),
    ...{ posts, negative, toldTimes },
    lastSpokeAt: lastSpokeAt?.toISOString() ?? null,
    told: told === null ? null : { ...told, at: new Date(told.at).toISOString() },
  };
}

type ToldRow = Omit<StakeholderToldView, 'at'> & { at: Date; place: string };

const TOLD = `
  select d.id, d.at, p.name as by, d.how, d.what,
    case when i.id is not null then jsonb_build_object('id', i.id::text, 'title', i.title) end as incident,
    to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
  from stakeholder_told d join person p on p.id = d.person_id left join incident i on i.id = d.incident_id`;

function viewTold({ place: _, ...row }: ToldRow): StakeholderToldView {
  return { ...row, at: row.at.toISOString() };
}

/** Those in use, and those put away meanwhile that were told of it. Bounded by the number of stakeholders of a map. */
const IN_INCIDENT = `
  select ${SUMMARY_COLUMNS}, said.posts, said.negative, said."lastSpokeAt", told.first as told,
    coalesce(told.times, 0) as "toldTimes"
  from stakeholder s left join person p on p.id = s.owner_id
  cross join lateral (
    select count(*)::integer as posts, (count(*) filter (where negative))::integer as negative,
      max(published_at) as "lastSpokeAt"
    from (
      select m.published_at, m.sentiment = 'negative' as negative
      from stakeholder_author sa join mention m on m.author_id = sa.author_id
      where sa.stakeholder_id = s.id and m.published_at >= $4 and m.published_at <= $5 and m.assessed_at is not null
        and exists (
          select from mention_topic mt
          where mt.topic_id = $3 and mt.published_at = m.published_at and mt.mention_id = m.id offset 0)
      order by m.published_at desc limit ${POSTS_COUNTED}
    ) counted
  ) said
  left join lateral (
    select (array_agg(jsonb_build_object('id', d.id::text, 'at', d.at, 'by', by.name, 'how', d.how, 'what', d.what)
        order by d.at, d.id))[1] as first, count(*)::integer as times
    from stakeholder_told d join person by on by.id = d.person_id
    where d.incident_id = $1 and d.stakeholder_id = s.id
  ) told on true
  where s.realm = $2 and (s.archived_at is null or told.times > 0)`;
