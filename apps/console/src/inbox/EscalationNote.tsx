import { readMentionEscalation } from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { EscalationAlert } from '../escalations/EscalationAlert.js';

/** Where the escalation of a mention stands. */
export function EscalationNote({ mentionId }: { mentionId: string }) {
  const { data } = useEndpoint(readMentionEscalation, { params: { mentionId } });
  return data?.escalation ? <EscalationAlert escalation={data.escalation} /> : null;
}
