import { z } from 'zod';
import { endpoint, idSchema, instantSchema, localeSchema } from '#platform/contract';
import { FIGURE_CODES } from '#rules/figures';
import { incidentParams, personSchema } from './contract-incident.js';

const words = z.object({ fr: z.string().max(8000), en: z.string().max(8000) });
export const sectionsSchema = z.object({
  situation: words,
  known: words,
  unknown: words,
  done: words,
  under_way: words,
  messages: words,
  decisions: words,
  next: words,
});
export type ReportSections = z.infer<typeof sectionsSchema>;

/** What the report holds of the figures, as they were at its moment. */
export const reportDataSchema = z
  .object({
    topic: z.string(),
    level: z.number().int(),
    byHand: z.boolean(),
    /** Score now less the score an hour before. */
    trend: z.number(),
    from: instantSchema,
    to: instantSchema,
    /** The figures of the topic over this time, as the dashboard defines them. */
    figures: z.array(
      z.object({ code: z.enum(FIGURE_CODES), value: z.number().nullable(), before: z.number().nullable() }),
    ),
    /** Mentions over the time, and what is usual. */
    course: z.array(
      z.object({ at: instantSchema, mentions: z.number().int(), usual: z.number().nullable() }),
    ),
    /** Where the level moved, oldest first. */
    steps: z.array(z.object({ at: instantSchema, level: z.number().int() })),
    networks: z.array(z.object({ network: z.string(), mentions: z.number().int() })),
    /** Holding statements that went out. */
    statements: z.number().int(),
    tasksDone: z.number().int(),
    tasksOpen: z.number().int(),
  })
  .meta({ id: 'SituationReportData' });
export type ReportData = z.infer<typeof reportDataSchema>;

export const reportSummarySchema = z.object({
  id: idSchema,
  number: z.number().int(),
  state: z.enum(['draft', 'sent']),
  dataAt: instantSchema,
  version: z.number().int(),
  draftedBy: personSchema,
  sentAt: instantSchema.nullable(),
  sentBy: personSchema.nullable(),
  recipients: z.number().int(),
  nextReportAt: instantSchema.nullable(),
});

export const DELIVERY_STATES = [
  'waiting',
  'queued',
  'sending',
  'sent',
  'failed',
  'suppressed',
  'none',
] as const;

export const reportDetailSchema = reportSummarySchema
  .extend({
    incidentId: idSchema,
    data: reportDataSchema,
    sections: sectionsSchema,
    /** Of the version shown; null: drafted from the data. */
    savedBy: personSchema.nullable(),
    savedAt: instantSchema,
    versions: z.array(
      z.object({ version: z.number().int(), savedBy: personSchema.nullable(), savedAt: instantSchema }),
    ),
    /** To whom it was sent, and what came of the mail; `none`: this person gets no mail, the console tells them. */
    delivery: z.array(
      z.object({
        person: personSchema,
        mail: z.enum(DELIVERY_STATES),
        problem: z.string().nullable(),
        readAt: instantSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'SituationReport' });
export type ReportDetail = z.infer<typeof reportDetailSchema>;

const params = incidentParams.extend({ reportId: idSchema });
const reading = { anyOf: ['incidents.read'] } as const;
const taking = { anyOf: ['incidents.take_part'] } as const;
const problems = ['incident-not-found', 'report-not-found'] as const;

export const listReports = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/reports',
  summary: 'Situation reports, newest first',
  tag: 'incidents',
  access: reading,
  params: incidentParams,
  response: z.object({ items: z.array(reportSummarySchema) }),
  problems: ['incident-not-found'],
});

export const draftReport = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/reports',
  summary: 'Draft a situation report from the data as they are; a draft that is there is drafted afresh',
  tag: 'incidents',
  access: taking,
  params: incidentParams,
  response: reportDetailSchema,
  status: 201,
  problems: ['incident-not-found', 'incident-closed'],
});

export const readReport = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/reports/{reportId}',
  summary: 'A situation report, as it stands or in an earlier version',
  tag: 'incidents',
  access: reading,
  params,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  response: reportDetailSchema,
  problems: [...problems, 'version-not-found'],
});

export const saveReport = endpoint({
  method: 'PUT',
  path: '/api/incidents/{incidentId}/reports/{reportId}',
  summary: 'Save the words of a report as a new version',
  tag: 'incidents',
  access: taking,
  params,
  body: z.object({ version: z.number().int().min(1), sections: sectionsSchema }).strict(),
  response: reportDetailSchema,
  problems: [...problems, 'report-sent', 'changed-meanwhile', 'nothing-to-change'],
});

export const sendReport = endpoint({
  method: 'POST',
  path: '/api/incidents/{incidentId}/reports/{reportId}/sending',
  summary: 'Send a report to people; it is fixed from then on',
  tag: 'incidents',
  access: taking,
  params,
  body: z
    .object({
      /** The version that one has read. */
      version: z.number().int().min(1),
      personIds: z.array(idSchema).min(1).max(100),
      /** When the next one is due; null: none is planned. */
      nextReportAt: instantSchema.nullable(),
    })
    .strict(),
  response: reportDetailSchema,
  problems: [
    ...problems,
    'incident-closed',
    'report-sent',
    'changed-meanwhile',
    'unknown-person',
    'report-not-ahead',
  ],
});

export const REPORT_FORMATS = ['pdf', 'docx'] as const;

export const downloadReport = endpoint({
  method: 'GET',
  path: '/api/incidents/{incidentId}/reports/{reportId}/file',
  summary: 'The report as PDF or Word file, with its charts, in French or English',
  tag: 'incidents',
  access: reading,
  params,
  query: z.object({
    format: z.enum(REPORT_FORMATS),
    language: localeSchema,
    timeZone: z.string().max(64).default('Europe/Paris'),
  }),
  response: z.string().describe('The bytes of the file'),
  problems: [...problems, 'unknown-time-zone'],
});
