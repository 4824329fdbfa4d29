import type { EntityManager } from 'typeorm';
import type { ResponseOf } from '#platform/contract';
import { notFound } from '#platform/problem';
import type { listReports, ReportData, ReportDetail, ReportSections } from './contract.js';
import { readIncidentRecord } from './incident-record.js';
import { reportGroup } from './reports.js';

type Ref = { id: string; name: string };
type Summary = ResponseOf<typeof listReports>['items'][number];

interface Row extends Omit<Summary, 'dataAt' | 'sentAt' | 'nextReportAt'> {
  dataAt: Date;
  sentAt: Date | null;
  nextReportAt: Date | null;
  recipientIds: string[];
  data: ReportData;
}

const ROWS = `
  select r.id, r.number, r.state, r.data_at as "dataAt", r.version, r.sent_at as "sentAt",
    r.next_report_at as "nextReportAt", cardinality(r.recipient_ids) as recipients, r.recipient_ids as "recipientIds",
    r.data, json_build_object('id', d.id::text, 'name', d.name) as "draftedBy",
    case when s.id is not null then json_build_object('id', s.id::text, 'name', s.name) end as "sentBy"
  from situation_report r join person d on d.id = r.drafted_by left join person s on s.id = r.sent_by`;

/** Reports of an incident, newest first. */
export async function readReports(manager: EntityManager, incidentId: string): Promise<Summary[]> {
  await readIncidentRecord(manager, incidentId);
  const rows: Row[] = await manager.query(`${ROWS} where r.incident_id = $1 order by r.number desc`, [
    incidentId,
  ]);
  return rows.map(summaryOf);
}

function summaryOf({ dataAt, sentAt, nextReportAt, ...row }: Row): Summary {
  return {
    ...row,
    dataAt: dataAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextReportAt: nextReportAt?.toISOString() ?? null,
  };
}

/** Throws `incident-not-found`, `report-not-found` and `version-not-found`. */
export async function readReportDetail(
  manager: EntityManager,
  { incidentId, reportId }: { incidentId: string; reportId: string },
  version?: number,
): Promise<ReportDetail> {
  await readIncidentRecord(manager, incidentId);
  const [row]: Row[] = await manager.query(`${ROWS} where r.id = $1 and r.incident_id = $2`, [
    reportId,
    incidentId,
  ]);
  if (!row) throw notFound('report-not-found', 'There is no such situation report.');
  const versions: { version: number; savedAt: Date; savedBy: Ref | null; sections: ReportSections }[] =
    await manager.query(
      `select v.version, v.saved_at as "savedAt", v.sections,
         case when p.id is not null then json_build_object('id', p.id::text, 'name', p.name) end as "savedBy"
       from situation_report_version v left join person p on p.id = v.saved_by
       where v.report_id = $1 order by v.version desc`,
      [reportId],
    );
  const shown = versions.find((one) => one.version === (version ?? row.version));
  if (!shown) throw notFound('version-not-found', 'This report has no such version.');
  return {
    ...summaryOf(row),
    incidentId,
    version: shown.version,
    data: row.data,
    sections: shown.sections,
    savedBy: shown.savedBy,
    savedAt: shown.savedAt.toISOString(),
    versions: versions.map((one) => ({
      version: one.version,
      savedBy: one.savedBy,
      savedAt: one.savedAt.toISOString(),
    })),
    delivery: row.state === 'sent' ? await readDelivery(manager, row) : [],
  };
}

/** What came of telling each person: the notice is gathered first, then mail leaves to whoever wants mail. */
async function readDelivery(manager: EntityManager, row: Row): Promise<ReportDetail['delivery']> {
  const rows: (Omit<ReportDetail['delivery'][number], 'readAt'> & { readAt: Date | null })[] =
    await manager.query(
      `select json_build_object('id', p.id::text, 'name', p.name) as person,
       case when n.id is null then 'waiting' else coalesce(d.state, 'none') end as mail, d.problem_detail as problem,
       n.read_at as "readAt"
     from person p
     left join lateral (
       select n.id, n.read_at from notification n where n.person_id = p.id and n.group_key = $2 order by n.id limit 1) n on true
     left join lateral (
       select d.state, d.problem_detail from notification_delivery_item x join notification_delivery d on d.id = x.delivery_id
       where x.notification_id = n.id and d.by = 'mail' order by d.id desc limit 1) d on true
     where p.id = any($1::bigint[]) order by p.name, p.id`,
      [row.recipientIds, reportGroup(row.id)],
    );
  return rows.map(({ readAt, ...one }) => ({ ...one, readAt: readAt?.toISOString() ?? null }));
}
