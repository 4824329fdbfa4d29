import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import type { Realm } from '#platform/contract';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { ActiveFilters } from './ActiveFilters.js';
import { BulkBar } from './BulkBar.js';
import type { AskedDecision } from './DecisionDialogs.js';
import { FilterDialog } from './FilterDialog.js';
import { EmptyInbox } from './EmptyInbox.js';
import type { InboxFilter } from './inbox-filter.js';
import { InboxToolbar } from './InboxToolbar.js';
import { MentionList } from './MentionList.js';
import { StateTabs } from './StateTabs.js';
import type { Refusal } from './use-decisions.js';
import type { useFreshMentions } from './use-fresh-mentions.js';
import type { MentionListState } from './use-mention-list.js';
import type { Selection } from './use-selection.js';
import { useTopicNames } from './use-topics.js';

interface InboxListProps {
  list: MentionListState;
  fresh: ReturnType<typeof useFreshMentions>;
  atTop: RefObject<boolean>;
  filter: InboxFilter;
  realm: Realm;
  cursor: string | null;
  openId: string | undefined;
  selection: Selection;
  refusals: readonly Refusal[];
  searchField: RefObject<HTMLInputElement | null>;
  /** May decide on mentions. */
  triages: boolean;
  mentionOf: (id: string) => MentionSummary | undefined;
  onFilter: (filter: InboxFilter) => void;
  onOpen: (id: string) => void;
  onTick: (id: string, range: boolean) => void;
  onMove: (step: 1 | -1) => void;
  /** Answers what is ticked; null for those who may not reply. */
  onReply: (() => void) | null;
  onAsk: (decision: AskedDecision) => void;
  onReopen: () => void;
  onHelp: () => void;
}

/** The column of the list: search and filters, tabs, the mentions, and what can be done with those ticked. */
export function InboxList(props: InboxListProps) {
  const { list, fresh, filter, onFilter, selection } = props;
  const { t } = useTranslation();
  const [filtering, setFiltering] = useState(false);
  const [toTop, setToTop] = useState(0);
  const announced = t('inbox.waiting', { count: fresh.waiting });
  return (
    <>
      <InboxToolbar
        filter={filter}
        searchField={props.searchField}
        onFilter={onFilter}
        onOpenFilters={() => setFiltering(true)}
        onHelp={props.onHelp}
      />
      <StateTabs filter={filter} realm={props.realm} onPick={(state) => onFilter({ ...filter, state })} />
      <ActiveFilters filter={filter} onFilter={onFilter} />
      <Box role="status">{fresh.waiting > 0 ? <VisuallyHidden>{announced}</VisuallyHidden> : null}</Box>
      <Box sx={{ position: 'relative', flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {fresh.waiting > 0 ? (
          <Button
            variant="contained"
            size="small"
            onClick={() => {
              fresh.show();
              setToTop(toTop + 1);
            }}
            sx={{
              position: 'absolute',
              top: 8,
              left: '50%',
              transform: 'translateX(-50%)',
              zIndex: 1,
              borderRadius: 4,
            }}
          >
            ↑ {fresh.orMore ? t('inbox.waitingOrMore', { count: fresh.waiting }) : announced}
          </Button>
        ) : null}
        <ListBody {...props} toTop={toTop} />
      </Box>
      {props.triages ? (
        <BulkBar
          selected={selection.selected.size}
          refusals={props.refusals}
          mentionOf={props.mentionOf}
          onReply={props.onReply}
          onAsk={props.onAsk}
          onReopen={props.onReopen}
          onClear={selection.clear}
        />
      ) : null}
      <FilterDialog
        open={filtering}
        filter={filter}
        onFilter={onFilter}
        onClose={() => setFiltering(false)}
      />
      {list.query.isFetchNextPageError ? (
        <ErrorState error={list.query.error} onRetry={() => void list.query.fetchNextPage()} />
      ) : null}
    </>
  );
}

function ListBody(props: InboxListProps & { toTop: number }) {
  const { list, fresh, filter, onFilter, selection } = props;
  const { query, mentions } = list;
  const topics = useTopicNames();
  if (query.isPending) {
    return (
      <Box sx={{ px: 1.5 }}>
        <LoadingState rows={7} height={88} />
      </Box>
    );
  }
  if (query.error && mentions.length === 0) return <ErrorState error={query.error} onRetry={list.restart} />;
  if (mentions.length === 0) {
    return <EmptyInbox filter={filter} realm={props.realm} onFilter={onFilter} />;
  }
  return (
    <MentionList
      mentions={mentions}
      cursor={props.cursor}
      openId={props.openId}
      selected={selection.selected}
      hasMore={query.hasNextPage}
      loadingMore={query.isFetchingNextPage || query.isFetchNextPageError}
      toTop={props.toTop}
      atTop={props.atTop}
      topics={topics}
      onReachTop={fresh.show}
      onLoadMore={query.fetchNextPage}
      onOpen={props.onOpen}
      onToggle={props.onTick}
      onMove={props.onMove}
    />
  );
}
