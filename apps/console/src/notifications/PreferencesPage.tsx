import { useTranslation } from 'react-i18next';
import { readNotificationPreferences } from '#contract/notifications';
import { useEndpoint } from '../api/use-endpoint.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { PreferencesForm } from './PreferencesForm.js';
import { PushBrowsers } from './PushBrowsers.js';

/** What I am told, by which means, and when I am left in peace. */
export function PreferencesPage() {
  const { t } = useTranslation();
  const reading = useEndpoint(readNotificationPreferences, {});
  return (
    <PageBody>
      <PageHeader title={t('notifications.preferencesTitle')} lead={t('notifications.preferencesLead')} />
      {reading.data ? (
        <>
          <PushBrowsers preferences={reading.data} />
          <PreferencesForm preferences={reading.data} />
        </>
      ) : reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <LoadingState rows={5} />
      )}
    </PageBody>
  );
}
