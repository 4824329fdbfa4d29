import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { IncidentDetail } from '#contract/crisis';
import { MessageFigures } from '../messages/MessageFigures.js';

/** The key messages of the topic of an incident, and what became of them from its declaration to its end. */
export function MessagesTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const { realm, declaredAt, closedAt, topic } = incident;
  return (
    <MessageFigures
      topicId={topic.id}
      title={t('incidents.messages')}
      action={
        <Link component={RouterLink} to="/messages" variant="body2">
          {t('keyMessages.back')}
        </Link>
      }
      span={{ realm, from: declaredAt, ...(closedAt ? { until: closedAt } : {}) }}
    />
  );
}
