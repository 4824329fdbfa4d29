import type { ESCALATION_MEASURES } from './contract.js';

const FIRED = (kind: string) =>
  `exists (select from escalation_log l where l.escalation_id = a.escalation_id and l.ask_id = a.id and l.kind = '${kind}')`;

/** Of a question `a`, what each figure of the report counts; the lists behind the figures use the same words. */
export const MEASURES: Readonly<Record<(typeof ESCALATION_MEASURES)[number], string>> = {
  acknowledged: `a.acknowledged_at is not null`,
  decided: `a.decided_at is not null`,
  open: `a.state in ('waiting', 'open', 'acknowledged', 'confirming')`,
  /** A second step, or the first one again, was needed before anybody took it. */
  late: `exists (select from escalation_log l where l.escalation_id = a.escalation_id and l.ask_id = a.id
    and l.kind = 'asked' and (l.step > 0 or l.repetition > 0 or l.round > 1)
    and (a.acknowledged_at is null or l.at <= a.acknowledged_at))`,
  lapsed: FIRED('lapsed'),
  exhausted: FIRED('exhausted'),
};
