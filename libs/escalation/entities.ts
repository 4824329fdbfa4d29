import { DepartmentDutyRow } from './department-duty.entity.js';
import { EscalationAskRow } from './escalation-ask.entity.js';
import { EscalationAskedRow } from './escalation-asked.entity.js';
import { EscalationAttachmentRow } from './escalation-attachment.entity.js';
import { EscalationCommentRow } from './escalation-comment.entity.js';
import { EscalationLogRow } from './escalation-log.entity.js';
import { EscalationMentionRow } from './escalation-mention.entity.js';
import { EscalationOverdueRow } from './escalation-overdue.entity.js';
import { EscalationPolicyRow } from './escalation-policy.entity.js';
import { EscalationRow } from './escalation.entity.js';
import { RotaOverrideRow } from './rota-override.entity.js';

export const ESCALATION_ENTITIES = [
  DepartmentDutyRow,
  EscalationAskRow,
  EscalationAskedRow,
  EscalationAttachmentRow,
  EscalationCommentRow,
  EscalationLogRow,
  EscalationMentionRow,
  EscalationOverdueRow,
  EscalationPolicyRow,
  EscalationRow,
  RotaOverrideRow,
];
