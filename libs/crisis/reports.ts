import type { EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import type { InputOf } from '#platform/contract';
import { conflict, notFound } from '#platform/problem';
import type { sendReport as sendContract, ReportData, ReportSections } from './contract.js';
import {
  applyIncidentMove,
  finishIncident,
  type IncidentActor,
  lockIncident,
  lockOpenIncident,
  refuseClosed,
} from './incident-record.js';
import { futureReport } from './moves.js';
import { personWho } from './people.js';
import { readStandings } from './read-facts.js';
import { readReportData } from './report-data.js';
import { draftSections } from './report-draft.js';
import { readReportFacts } from './report-facts.js';

/** Times in a draft are told in this zone; files are made in the reader's. */
const DRAFT_ZONE = 'Europe/Paris';

/**
 * Drafts a report from the data of now, in the caller's transaction; one that is not sent yet gets the new figures, and
 * the new words as its next version. Returns its id.
 */
export async function draft(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  now: Date,
): Promise<string> {
  const incident = await lockOpenIncident(manager, incidentId);
  const standing = (await readStandings(manager, [incidentId])).get(incidentId);
  if (!standing) throw new Error(`incident ${incidentId} has no standing`);
  const data = await readReportData(manager, incident, standing, now);
  const sections = draftSections(await readReportFacts(manager, incident, standing, data), DRAFT_ZONE);
  const report = await storeDraft(manager, actor, incidentId, data, now);
  await addVersion(manager, report, sections, null, now);
  const params = { number: report.number };
  await finishIncident(
    manager,
    incident,
    actor,
    [{ event: 'report_drafted', params, after: { reportId: report.id, ...params }, inLog: false }],
    now,
  );
  return report.id;
}

interface StoredReport {
  id: string;
  number: number;
  version: number;
}

async function storeDraft(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  data: ReportData,
  now: Date,
): Promise<StoredReport> {
  const [rows]: [StoredReport[], number] = await manager.query(
    `update situation_report set data = $2, data_at = $3, version = version + 1, drafted_by = $4
     where incident_id = $1 and state = 'draft' returning id, number, version`,
    [incidentId, JSON.stringify(data), now, actor.personId],
  );
  if (rows[0]) return rows[0];
  const [made]: StoredReport[] = await manager.query(
    `insert into situation_report (incident_id, number, data_at, data, drafted_by, recipient_ids)
     select $1, coalesce(max(number), 0) + 1, $3, $2, $4, '{}' from situation_report where incident_id = $1
     returning id, number, version`,
    [incidentId, JSON.stringify(data), now, actor.personId],
  );
  if (!made) throw new Error('the report was not stored');
  return made;
}

async function addVersion(
  manager: EntityManager,
  report: { id: string; version: number },
  sections: ReportSections,
  by: string | null,
  now: Date,
): Promise<void> {
  await manager.query(
    `insert into situation_report_version (report_id, version, sections, saved_by, saved_at) values ($1, $2, $3, $4, $5)`,
    [report.id, report.version, JSON.stringify(sections), by, now],
  );
}

interface DraftRecord extends StoredReport {
  state: 'draft' | 'sent';
  sections: ReportSections;
}

/** The report, not sent yet and in the version that the person has read. */
async function draftInHand(
  manager: EntityManager,
  { incidentId, reportId }: { incidentId: string; reportId: string },
  version: number,
): Promise<DraftRecord> {
  const [report]: DraftRecord[] = await manager.query(
    `select r.id, r.number, r.version, r.state, v.sections from situation_report r
     join situation_report_version v on v.report_id = r.id and v.version = r.version
     where r.id = $1 and r.incident_id = $2`,
    [reportId, incidentId],
  );
  if (!report) throw notFound('report-not-found', 'There is no such situation report.');
  if (report.state === 'sent')
    throw conflict('report-sent', 'This report has been sent; draft the next one.');
  if (report.version !== version)
    throw conflict('changed-meanwhile', 'Somebody has saved this report meanwhile.', {
      version: report.version,
    });
  return report;
}

/** Saves the words as the next version. Throws `report-sent`, `changed-meanwhile` and `nothing-to-change`. */
export async function save(
  manager: EntityManager,
  actor: IncidentActor,
  at: { incidentId: string; reportId: string },
  { version, sections }: { version: number; sections: ReportSections },
  now: Date,
): Promise<void> {
  const incident = await lockIncident(manager, at.incidentId);
  const report = await draftInHand(manager, at, version);
  const same = (Object.keys(sections) as (keyof ReportSections)[]).every(
    (name) =>
      sections[name].fr === report.sections[name].fr && sections[name].en === report.sections[name].en,
  );
  if (same) throw conflict('nothing-to-change', 'Nothing is different from what is saved.');
  await manager.query('update situation_report set version = version + 1 where id = $1', [report.id]);
  await addVersion(manager, { id: report.id, version: version + 1 }, sections, actor.personId, now);
  const after = { reportId: report.id, version: version + 1, sections };
  await finishIncident(manager, incident, actor, [{ event: 'report_saved', after, inLog: false }], now);
}

/**
 * Sends it: fixed from then on, each person is told by the channels they prefer. Throws `incident-closed`,
 * `report-sent`, `changed-meanwhile`, `unknown-person` and `report-not-ahead`.
 */
export async function send(
  manager: EntityManager,
  actor: IncidentActor,
  at: { incidentId: string; reportId: string },
  { version, personIds, nextReportAt }: InputOf<typeof sendContract>['body'],
  now: Date,
): Promise<void> {
  const incident = await lockIncident(manager, at.incidentId);
  refuseClosed(incident);
  const report = await draftInHand(manager, at, version);
  const recipients = [...new Set(personIds)];
  for (const [index, personId] of recipients.entries())
    await personWho(manager, personId, 'incidents.read', `personIds.${index}`);
  const next = futureReport(nextReportAt, now);
  await manager.query(
    `update situation_report set state = 'sent', sent_at = $2, sent_by = $3, recipient_ids = $4::bigint[],
       next_report_at = $5 where id = $1`,
    [report.id, now, actor.personId, recipients, next],
  );
  await applyIncidentMove(manager, incident, null, { nextReportAt: next });
  const { situation } = report.sections;
  await notify(manager, {
    kind: 'incident.report',
    personIds: recipients,
    level: incident.level,
    groupKey: reportGroup(report.id),
    params: {
      ...exerciseMark(incident.realm),
      ...{ title: incident.title, number: report.number, text_fr: situation.fr, text_en: situation.en },
    },
    link: `/incidents/${incident.id}/reports/${report.id}`,
  });
  await finishIncident(
    manager,
    incident,
    actor,
    [
      {
        event: 'report_sent',
        params: { number: report.number, people: recipients.length },
        after: { reportId: report.id, version, recipients, nextReportAt: next?.toISOString() ?? null },
      },
    ],
    now,
  );
}

/** The key of the notices by which a report is sent; its deliveries are found by it. */
export function reportGroup(reportId: string): string {
  return `incident.report:${reportId}`;
}
