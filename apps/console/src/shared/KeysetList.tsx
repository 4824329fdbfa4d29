import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState.js';
import { ErrorState } from './ErrorState.js';
import { LoadingState } from './LoadingState.js';

interface PagedQuery<T> {
  data?: { pages: readonly { items: readonly T[] }[] };
  error: unknown;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface KeysetListProps<T> {
  /** From `usePages(contract, request)`. */
  query: PagedQuery<T>;
  /** Shown when there is nothing at all. */
  empty?: ReactNode;
  children: (items: readonly T[]) => ReactNode;
}

/** A keyset-paged list: loading, error, empty, the rows, and “show more” which also presses itself when reached. */
export function KeysetList<T>({ query, empty, children }: KeysetListProps<T>) {
  const { t } = useTranslation();
  if (query.isPending) return <LoadingState />;
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return empty ?? <EmptyState title={t('common.none')} />;
  return (
    <>
      {children(items)}
      {query.hasNextPage ? (
        <LoadMore busy={query.isFetchingNextPage} onReach={() => void query.fetchNextPage()} />
      ) : null}
    </>
  );
}

function LoadMore({ busy, onReach }: { busy: boolean; onReach: () => void }) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const reach = useRef(onReach);
  useEffect(() => {
    reach.current = onReach;
  });
  useEffect(() => {
    if (!element.current || busy) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) reach.current();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <Box ref={element} sx={{ display: 'grid', justifyItems: 'center', py: 2 }}>
      <Button onClick={onReach} loading={busy}>
        {t('common.loadMore')}
      </Button>
    </Box>
  );
}
