import { readAnswer } from '#contract/answers';
import { countMentions, readMention } from '#contract/mentions';
import { listReplies } from '#contract/replies';
import { listRequests, previewAnswers, readAskedAnswer, readRequest } from '#contract/requests';

/** What is read afresh after a change of a request. */
export const TOUCHED = [listRequests, readRequest, readAskedAnswer, previewAnswers, readMention, readAnswer];

/** What is read afresh after its mentions were answered. */
export const TOUCHED_BY_REPLIES = [...TOUCHED, listReplies, countMentions];
