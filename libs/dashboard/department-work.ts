import type { EntityManager } from 'typeorm';
import { type FigureScope, readApprovalFigures } from '#figures';
import { CASE_MEASURE_SQL } from '#escalation';
import type { ResponseOf } from '#platform/contract';
import type { readDashboardWork } from './contract.js';

type Work = ResponseOf<typeof readDashboardWork>['departments'];

/** What waits for each department. */
export async function readDepartmentWork(manager: EntityManager, scope: FigureScope): Promise<Work> {
  const cases: { departmentId: string; open: number; overdue: number; people: number }[] =
    await manager.query(
      `select d.id as "departmentId", coalesce(q.open, 0) as open, coalesce(q.overdue, 0) as overdue,
         (select count(*)::integer from person_department pd join person p on p.id = pd.person_id
          where pd.department_id = d.id and p.active) as people
       from department d left join (
         select a.department_id, count(distinct e.id) filter (where ${CASE_MEASURE_SQL.open})::integer as open,
           count(distinct e.id) filter (where ${CASE_MEASURE_SQL.overdue})::integer as overdue
         from escalation e join escalation_ask a on a.escalation_id = e.id
         where e.realm = $1 and e.state in ('open', 'acknowledged') and ($2::bigint is null or e.topic_id = $2)
         group by 1
       ) q on q.department_id = d.id order by d.id`,
      [scope.realm, scope.topicId],
    );
  const { byDepartment } = await readApprovalFigures(manager, scope);
  const approvals = new Map(byDepartment.map((line) => [line.departmentId, line]));
  return cases.map((line) => {
    const { waiting = 0, decided = 0, median = null } = approvals.get(line.departmentId) ?? {};
    return { ...line, waiting, decided, median };
  });
}
