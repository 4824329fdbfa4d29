import {
  listIncidents,
  listReviewActions,
  readIncident,
  readIncidentLog,
  readReview,
} from '#contract/crisis';

/** What has to be read afresh after most changes of an incident. */
export const TOUCHED = [readIncident, readIncidentLog, listIncidents, readReview, listReviewActions];
