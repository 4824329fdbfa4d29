import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listWaiting } from '#contract/answers';
import { usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ApproveSeveral } from './ApproveSeveral.js';
import { WaitingOneByOne } from './WaitingOneByOne.js';

/** What waits for my departments: one text after the other, or several at once where that is safe (`?several`). */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const several = search.has('several');
  const waiting = usePages(listWaiting, { query: { limit: 20 } });
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  const total = waiting.data?.pages[0]?.total ?? items.length;
  const readOn = () => {
    if (waiting.hasNextPage && !waiting.isFetchingNextPage) void waiting.fetchNextPage();
  };
  return (
    <PageBody>
      <PageHeader title={t('answers.approvalsTitle')} lead={t('answers.approvalsLead')} />
      {waiting.isPending ? <LoadingState rows={3} height={120} /> : null}
      {waiting.error && !waiting.data ? (
        <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : null}
      {waiting.data ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {items.length > 0 || several ? (
            <ToggleButtonGroup
              exclusive
              size="small"
              value={several ? 'several' : 'one'}
              aria-label={t('library.queueMode')}
              sx={{ bgcolor: 'background.paper', justifySelf: 'start' }}
              onChange={(_, mode: string | null) => {
                if (mode) setSearch(mode === 'several' ? { several: '' } : {}, { replace: true });
              }}
            >
              <ToggleButton value="one">{t('library.queueOne')}</ToggleButton>
              <ToggleButton value="several">{t('library.queueSeveral')}</ToggleButton>
            </ToggleButtonGroup>
          ) : null}
          {several ? (
            <ApproveSeveral items={items} onReadOn={waiting.hasNextPage ? readOn : undefined} />
          ) : items.length === 0 ? (
            <EmptyState title={t('answers.approvalsNone')} text={t('answers.approvalsNoneText')} />
          ) : (
            <WaitingOneByOne items={items} total={total} onNearEnd={readOn} />
          )}
        </Box>
      ) : null}
    </PageBody>
  );
}
