import { IncidentAttachmentRow } from './incident-attachment.entity.js';
import { IncidentLogRow } from './incident-log.entity.js';
import { IncidentProposalRow } from './incident-proposal.entity.js';
import { IncidentReminderRow } from './incident-reminder.entity.js';
import { IncidentReviewRow } from './incident-review.entity.js';
import { IncidentRoleRow } from './incident-role.entity.js';
import { IncidentTaskRow } from './incident-task.entity.js';
import { IncidentRow } from './incident.entity.js';
import { PlaybookRow } from './playbook.entity.js';
import { ReviewActionRow } from './review-action.entity.js';
import { SituationReportVersionRow } from './situation-report-version.entity.js';
import { SituationReportRow } from './situation-report.entity.js';

export const CRISIS_ENTITIES = [
  IncidentAttachmentRow,
  IncidentLogRow,
  IncidentProposalRow,
  IncidentReminderRow,
  IncidentReviewRow,
  IncidentRoleRow,
  IncidentTaskRow,
  IncidentRow,
  PlaybookRow,
  ReviewActionRow,
  SituationReportVersionRow,
  SituationReportRow,
];
