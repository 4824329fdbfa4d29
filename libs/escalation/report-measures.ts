import type { CASE_MEASURES } from './contract.js';

const FIRED = (kind: string) =>
  `exists (select from escalation_log l where l.escalation_id = a.escalation_id and l.ask_id = a.id and l.kind = '${kind}')`;

const LATE = `exists (select from escalation_log l where l.escalation_id = a.escalation_id and l.ask_id = a.id
    and l.kind = 'asked' and (l.step > 0 or l.repetition > 0 or l.round > 1)
    and (a.acknowledged_at is null or l.at <= a.acknowledged_at))`;

/** Of a question `a`, what each figure of the report counts; the lists behind the figures use the same words. */
export const MEASURES: Readonly<Record<(typeof CASE_MEASURES)[number], string>> = {
  acknowledged: `a.acknowledged_at is not null`,
  decided: `a.decided_at is not null`,
  open: `a.state in ('waiting', 'open', 'acknowledged', 'confirming')`,
  /** A second step, or the first one again, was needed before anybody took it. */
  late: LATE,
  lapsed: FIRED('lapsed'),
  overdue: `a.state in ('waiting', 'open', 'acknowledged', 'confirming') and (${LATE} or ${FIRED('lapsed')})`,
  in_time: `a.acknowledged_at is not null and not ${LATE}`,
  exhausted: FIRED('exhausted'),
};
