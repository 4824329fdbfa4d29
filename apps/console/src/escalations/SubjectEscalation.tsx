import { type EscalationSummary, listEscalations } from '#contract/escalation';
import type { Realm } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EscalationAlert } from './EscalationAlert.js';

interface SubjectEscalationProps {
  subjectType: EscalationSummary['subjectType'];
  subjectId: string;
  realm: Realm;
}

/** The last escalation of a matter, on the page of the matter; nothing where there was none, or one without a decision. */
export function SubjectEscalation({ subjectType, subjectId, realm }: SubjectEscalationProps) {
  const may = useMay();
  const reading = useEndpoint(
    listEscalations,
    { query: { subjectType, subjectId, realm, sort: 'newest', limit: 1 } },
    { enabled: may('escalations.read') },
  );
  const [escalation] = reading.data?.items ?? [];
  return escalation ? <EscalationAlert escalation={escalation} /> : null;
}
