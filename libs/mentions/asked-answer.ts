import { type MentionFilter, WAITING_REQUEST_STATES } from '#contract/mentions';

/** SQL: the state of a request whose answer is still to come or to be used. */
export const isWaitingSql = (state: string) =>
  `${state} in (${WAITING_REQUEST_STATES.map((one) => `'${one}'`).join(', ')})`;

const STATES: Record<NonNullable<MentionFilter['request']>, string> = {
  ready: `rm.request_state = 'ready'`,
  asked: `rm.request_state in ('open', 'drafted', 'in_review')`,
};

/**
 * SQL: id and date of the mentions that wait for an asked answer. There are never many, and the index over those that
 * wait has no others: lists begin with these and look each mention up.
 */
export const askedSql = (request: NonNullable<MentionFilter['request']>) => `
  select rm.mention_id, rm.published_at from answer_request_mention rm
  where rm.standing = 'attached' and ${isWaitingSql('rm.request_state')} and ${STATES[request]}`;

/** SQL: `mention m` is among those whose asked answer is ready; these are read once for a statement. */
export const READY_IDS_SQL = `m.id = any(array(
  select rm.mention_id from answer_request_mention rm
  where rm.standing = 'attached' and rm.request_state = 'ready'))`;

/** SQL: nobody has answered or closed `mention m`. */
export const TO_BE_ANSWERED_SQL = `m.state in ('new', 'in_progress', 'escalated')`;
