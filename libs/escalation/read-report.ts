import type { EntityManager } from 'typeorm';
import type { InputOf, ResponseOf } from '#platform/contract';
import type { EscalationFigures, readEscalationReport } from './contract.js';
import { MEASURES } from './report-measures.js';

type Row = EscalationFigures & {
  departmentId: string | null;
  level: number | null;
  topicId: string | null;
  /** Bits of the columns that a row is summed over: 1 topic, 2 level, 4 department. */
  summed: number;
};

const count = (measure: string) => `count(*) filter (where ${measure})::integer`;
const quantile = (fraction: number, column: string) =>
  `round(percentile_cont(${fraction}) within group (order by extract(epoch from a.${column} - a.began_at))
     filter (where a.${column} is not null)::numeric, 1)::float8`;

/** The figures of the questions asked within a span, over all and by department, level and topic; one statement. */
export async function readReport(
  manager: EntityManager,
  query: InputOf<typeof readEscalationReport>['query'],
): Promise<ResponseOf<typeof readEscalationReport>> {
  const rows: Row[] = await manager.query(
    `select a.department_id as "departmentId", e.level, e.topic_id as "topicId",
       grouping(a.department_id, e.level, e.topic_id) as summed, count(*)::integer as asked,
       ${count(MEASURES.open)} as open, ${count(MEASURES.acknowledged)} as acknowledged,
       ${quantile(0.5, 'acknowledged_at')} as "acknowledgeP50", ${quantile(0.9, 'acknowledged_at')} as "acknowledgeP90",
       ${count(MEASURES.decided)} as decided, ${quantile(0.5, 'decided_at')} as "decideP50",
       ${quantile(0.9, 'decided_at')} as "decideP90", ${count(MEASURES.late)} as late,
       ${count(MEASURES.lapsed)} as lapsed, ${count(MEASURES.exhausted)} as exhausted
     from escalation e join escalation_ask a on a.escalation_id = e.id
     where e.opened_at >= $1 and e.opened_at < $2 and ($3::text is null or e.realm = $3) and a.began_at is not null
     group by grouping sets ((), (a.department_id), (e.level), (e.topic_id))
     order by a.department_id, e.level, e.topic_id`,
    [query.from, query.to, query.realm ?? null],
  );
  const total = rows.find(({ summed }) => summed === 7);
  return {
    total: total ?? NOTHING,
    byDepartment: rows.filter(({ summed }) => summed === 3),
    byLevel: rows.filter(({ summed }) => summed === 5).map((row) => ({ ...row, level: row.level ?? 0 })),
    byTopic: rows.filter(({ summed }) => summed === 6),
  };
}

const NOTHING: EscalationFigures = {
  asked: 0,
  open: 0,
  acknowledged: 0,
  acknowledgeP50: null,
  acknowledgeP90: null,
  decided: 0,
  decideP50: null,
  decideP90: null,
  late: 0,
  lapsed: 0,
  exhausted: 0,
};
