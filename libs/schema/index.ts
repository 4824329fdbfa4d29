import { ANSWERS_ENTITIES } from '#answers';
import { AUDIT_ENTITIES } from '#audit';
import { CLASSIFICATION_ENTITIES } from '#classification';
import { COLLEAGUES_ENTITIES } from '#colleagues';
import { CONTACTS_ENTITIES } from '#contacts';
import { CRISIS_ENTITIES } from '#crisis';
import { CRM_ENTITIES } from '#crm';
import { DASHBOARD_ENTITIES } from '#dashboard';
import { DRILLS_ENTITIES } from '#drills';
import { ESCALATION_ENTITIES } from '#escalation';
import { FUNDAMENTALS_ENTITIES } from '#fundamentals';
import { IDENTITY_ENTITIES } from '#identity';
import { IMPORTS_ENTITIES } from '#imports';
import { LEVELS_ENTITIES } from '#levels';
import { MENTIONS_ENTITIES } from '#mentions';
import { MESSAGES_ENTITIES } from '#messages';
import { NETWORKS_ENTITIES } from '#networks';
import { NOTIFICATIONS_ENTITIES } from '#notifications';
import { Revision } from '#platform/database';
import { EventRow } from '#platform/live';
import { REPLIES_ENTITIES } from '#replies';
import { REQUESTS_ENTITIES } from '#requests';
import { STAKEHOLDERS_ENTITIES } from '#stakeholders';
import { TOPICS_ENTITIES } from '#topics';
import { WORKSHOPS_ENTITIES } from '#workshops';

/** Every entity of the product: what a data source must know, and what the migrations must agree with. */
export const ENTITIES = [
  ...ANSWERS_ENTITIES,
  ...AUDIT_ENTITIES,
  ...CLASSIFICATION_ENTITIES,
  ...COLLEAGUES_ENTITIES,
  ...CONTACTS_ENTITIES,
  ...CRISIS_ENTITIES,
  ...CRM_ENTITIES,
  ...DASHBOARD_ENTITIES,
  ...DRILLS_ENTITIES,
  ...ESCALATION_ENTITIES,
  ...FUNDAMENTALS_ENTITIES,
  ...IDENTITY_ENTITIES,
  ...IMPORTS_ENTITIES,
  ...LEVELS_ENTITIES,
  ...MENTIONS_ENTITIES,
  ...MESSAGES_ENTITIES,
  ...NETWORKS_ENTITIES,
  ...NOTIFICATIONS_ENTITIES,
  ...REPLIES_ENTITIES,
  ...REQUESTS_ENTITIES,
  ...STAKEHOLDERS_ENTITIES,
  ...TOPICS_ENTITIES,
  ...WORKSHOPS_ENTITIES,
  EventRow,
  Revision,
];
