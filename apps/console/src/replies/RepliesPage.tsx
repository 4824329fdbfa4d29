import { useTranslation } from 'react-i18next';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';

export function RepliesPage() {
  const { t } = useTranslation();
  return (
    <PageBody>
      <PageHeader title={t('replies.title')} />
      <LoadingState />
    </PageBody>
  );
}
