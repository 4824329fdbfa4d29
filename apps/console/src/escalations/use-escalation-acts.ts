import {
  acknowledgeEscalation,
  closeEscalation,
  confirmEscalation,
  decideEscalation,
  handBackEscalation,
  handOverEscalation,
  listEscalations,
  mergeEscalation,
  readEscalation,
  reassignEscalation,
  releaseEscalation,
  reopenEscalation,
  snoozeEscalation,
} from '#contract/escalation';
import { readMention } from '#contract/mentions';
import { listRequests, readRequest } from '#contract/requests';
import { useChange } from '../api/use-endpoint.js';

const touches = [listEscalations, readEscalation, readMention, listRequests, readRequest];

/** Everything that can be done with an escalation; the page is read afresh after each. */
export function useEscalationActs(onDone: () => void) {
  const options = { touches, onDone };
  return {
    acknowledge: useChange(acknowledgeEscalation, { touches }),
    reassign: useChange(reassignEscalation, options),
    release: useChange(releaseEscalation, options),
    snooze: useChange(snoozeEscalation, options),
    handOver: useChange(handOverEscalation, options),
    handBack: useChange(handBackEscalation, options),
    decide: useChange(decideEscalation, options),
    confirm: useChange(confirmEscalation, options),
    close: useChange(closeEscalation, options),
    reopen: useChange(reopenEscalation, options),
    merge: useChange(mergeEscalation, options),
  };
}
export type EscalationActs = ReturnType<typeof useEscalationActs>;
