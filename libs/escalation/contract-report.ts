import { z } from 'zod';
import { endpoint, idSchema, instantSchema, realmSchema } from '#platform/contract';

/** Seconds; null where nothing has been measured. */
const seconds = z.number().nullable();

export const escalationFiguresSchema = z
  .object({
    asked: z.number().int(),
    open: z.number().int(),
    acknowledged: z.number().int(),
    /** From the moment the department was asked until somebody took it. */
    acknowledgeP50: seconds,
    acknowledgeP90: seconds,
    decided: z.number().int(),
    decideP50: seconds,
    decideP90: seconds,
    /** Not taken before its first step had run out. */
    late: z.number().int(),
    /** Taken, but not decided in time. */
    lapsed: z.number().int(),
    /** The chain ran out at least once. */
    exhausted: z.number().int(),
  })
  .meta({ id: 'EscalationFigures' });
export type EscalationFigures = z.infer<typeof escalationFiguresSchema>;

export const readEscalationReport = endpoint({
  method: 'GET',
  path: '/api/escalation-report',
  summary: 'Times to acknowledge and to decide, and breaches, by department, level and topic',
  tag: 'escalations',
  access: { anyOf: ['escalations.read'] },
  query: z.object({ from: instantSchema, to: instantSchema, realm: realmSchema.optional() }),
  response: z.object({
    total: escalationFiguresSchema,
    byDepartment: z.array(escalationFiguresSchema.extend({ departmentId: idSchema.nullable() })),
    byLevel: z.array(escalationFiguresSchema.extend({ level: z.number().int() })),
    byTopic: z.array(escalationFiguresSchema.extend({ topicId: idSchema.nullable() })),
  }),
});
