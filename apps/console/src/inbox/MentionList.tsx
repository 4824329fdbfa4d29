import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import { MentionRow } from './MentionRow.js';

interface MentionListProps {
  mentions: readonly MentionSummary[];
  cursor: string | null;
  openId: string | undefined;
  selected: ReadonlySet<string>;
  hasMore: boolean;
  loadingMore: boolean;
  /** Scrolls to the top each time it rises. */
  toTop: number;
  /** Kept true while the top of the list is in sight. */
  atTop: RefObject<boolean>;
  topics: ReadonlyMap<string, string>;
  onReachTop: () => void;
  onLoadMore: () => void;
  onOpen: (id: string) => void;
  onToggle: (id: string, range: boolean) => void;
  onMove: (step: 1 | -1) => void;
}

/** Height of a row before it is measured, in px. */
const ROW = 112;
const AHEAD = 15;

/** The mentions, drawn only where they are in sight. A listbox: arrows move, Enter opens, Space ticks. */
export function MentionList(props: MentionListProps) {
  const { mentions, cursor, hasMore, loadingMore, onLoadMore, toTop, atTop, onReachTop } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { t } = useTranslation();
  const rows = useVirtualizer({
    count: mentions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    getItemKey: (index) => mentions[index]?.id ?? index,
  });
  const visible = rows.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && !loadingMore && lastVisible >= mentions.length - AHEAD) onLoadMore();
  }, [hasMore, loadingMore, lastVisible, mentions.length, onLoadMore]);

  useEffect(() => {
    if (toTop > 0) rows.scrollToIndex(0);
  }, [toTop, rows]);

  const cursorIndex = mentions.findIndex(({ id }) => id === cursor);
  const lastCursor = useRef(cursor);
  useEffect(() => {
    if (lastCursor.current === cursor) return;
    lastCursor.current = cursor;
    if (cursorIndex >= 0) rows.scrollToIndex(cursorIndex, { align: 'auto' });
  }, [cursor, cursorIndex, rows]);

  const cursorDrawn = visible.some(({ index }) => index === cursorIndex);
  return (
    <Box
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('inbox.listLabel')}
      aria-multiselectable="true"
      aria-activedescendant={cursorDrawn && cursor ? rowId(cursor) : undefined}
      onScroll={(event) => {
        const top = event.currentTarget.scrollTop < ROW / 2;
        if (top && !atTop.current) onReachTop();
        atTop.current = top;
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          props.onMove(event.key === 'ArrowDown' ? 1 : -1);
        } else if (event.key === ' ' && cursor) {
          event.preventDefault();
          props.onToggle(cursor, event.shiftKey);
        }
      }}
      sx={{ flex: 1, minHeight: 0, overflowY: 'auto', '&:focus-visible': { outlineOffset: '-2px' } }}
    >
      <Box
        role="presentation"
        sx={{ position: 'relative', width: '100%' }}
        style={{ height: rows.getTotalSize() }}
      >
        {visible.map(({ index, start, key }) => {
          const mention = mentions[index];
          if (!mention) return null;
          return (
            <Box
              key={key}
              role="presentation"
              data-index={index}
              ref={rows.measureElement}
              sx={{ position: 'absolute', top: 0, insetInline: 0 }}
              style={{ transform: `translateY(${start}px)` }}
            >
              <MentionRow
                id={rowId(mention.id)}
                mention={mention}
                place={index + 1}
                total={hasMore ? -1 : mentions.length}
                current={mention.id === cursor}
                open={mention.id === props.openId}
                selected={props.selected.has(mention.id)}
                topics={props.topics}
                onOpen={props.onOpen}
                onToggle={props.onToggle}
              />
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

function rowId(mentionId: string): string {
  return `mention-${mentionId}`;
}
