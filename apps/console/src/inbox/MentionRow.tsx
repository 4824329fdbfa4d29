import CheckedIcon from '@mui/icons-material/CheckBox';
import UncheckedIcon from '@mui/icons-material/CheckBoxOutlineBlank';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import { RequestMark } from '../requests/RequestMark.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { levelColour } from '../theme/levels.js';
import { authorName } from './author-name.js';
import { LanguageTag } from './LanguageTag.js';
import { PresenceMark } from './PresenceMark.js';
import { StateMark } from './StateMark.js';
import { TopicChips } from './TopicChips.js';

interface MentionRowProps {
  id: string;
  mention: MentionSummary;
  /** Place in the list, from 1; `total` is -1 while it is not known. */
  place: number;
  total: number;
  current: boolean;
  open: boolean;
  selected: boolean;
  topics: ReadonlyMap<string, string>;
  onOpen: (id: string) => void;
  onToggle: (id: string, range: boolean) => void;
}

/** One mention of the list. The tick is for the mouse; the keyboard has x and Space. */
export const MentionRow = memo(function MentionRow(props: MentionRowProps) {
  const { mention, current, open, selected } = props;
  const { t } = useTranslation();
  const Tick = selected ? CheckedIcon : UncheckedIcon;
  const handled = mention.state === 'answered' || mention.state === 'no_reply';
  return (
    <Box
      id={props.id}
      role="option"
      aria-selected={selected}
      aria-posinset={props.place}
      aria-setsize={props.total}
      data-mention-id={mention.id}
      onClick={() => props.onOpen(mention.id)}
      sx={{
        display: 'grid',
        gridTemplateColumns: '28px minmax(0, 1fr)',
        py: 1.25,
        paddingInlineEnd: 2,
        cursor: 'pointer',
        borderBottom: 1,
        borderColor: 'divider',
        borderInlineStart: `4px solid ${mention.level > 0 ? levelColour(mention.level, 'solid') : 'transparent'}`,
        bgcolor: open || selected ? 'action.selected' : 'background.paper',
        boxShadow: current ? 'inset 0 0 0 2px var(--passerelle-palette-primary-main)' : 'none',
        '&:hover': { bgcolor: open || selected ? 'action.selected' : 'action.hover' },
      }}
    >
      <Box
        component="span"
        aria-hidden="true"
        title={t('inbox.select')}
        onClick={(event) => {
          event.stopPropagation();
          props.onToggle(mention.id, event.shiftKey);
        }}
        sx={{
          display: 'grid',
          justifyItems: 'center',
          pt: 0.25,
          color: selected ? 'primary.main' : 'text.disabled',
        }}
      >
        <Tick sx={{ fontSize: 18 }} />
      </Box>
      <Box sx={{ minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
          <LevelBadge level={mention.level} />
          <NetworkIcon network={mention.network} />
          <Typography variant="body2" noWrap sx={{ fontWeight: 650, minWidth: 0, flex: 1 }}>
            {authorName(mention.author) ?? t('inbox.unknownAuthor')}
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            <RelativeTime instant={mention.publishedAt} />
          </Typography>
        </Box>
        <Typography
          variant="body2"
          lang={mention.languageKnown ? mention.language : undefined}
          sx={{
            display: '-webkit-box',
            WebkitLineClamp: 2,
            WebkitBoxOrient: 'vertical',
            overflow: 'hidden',
            overflowWrap: 'anywhere',
            color: handled ? 'text.secondary' : 'text.primary',
          }}
        >
          {mention.erased ? t('inbox.erasedText') : mention.text}
        </Typography>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            flexWrap: 'wrap',
            columnGap: 1,
            rowGap: 0.25,
            minWidth: 0,
          }}
        >
          <StateMark state={mention.state} />
          <RequestMark mention={mention} />
          {mention.assignee ? (
            <Typography variant="caption" noWrap sx={{ color: 'text.secondary', maxWidth: 140 }}>
              {mention.assignee.name}
            </Typography>
          ) : null}
          <LanguageTag language={mention.language} known={mention.languageKnown} />
          <TopicChips topicIds={mention.topicIds} topics={props.topics} most={1} />
          <PresenceMark mentionId={mention.id} />
        </Box>
      </Box>
    </Box>
  );
});
