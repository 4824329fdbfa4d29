import LessIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import MoreIcon from '@mui/icons-material/AddCircleOutlineOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveDots, type Item, type RoomSelf } from '#contract/workshops';
import { mayGive, spentDots } from '#rules/workshops';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import type { RoomView } from './room-state.js';

interface RoomItemsProps {
  view: RoomView;
  self: RoomSelf;
  voting: boolean;
}

/** What everybody wrote, in its groups; in a phase that votes, with one's own dots. */
export function RoomItems({ view, self, voting }: RoomItemsProps) {
  const { t } = useTranslation();
  const { hall, items, clusters } = view;
  // What the server last said of one's own dots: at first by the stream, then by each answer.
  const [answered, setAnswered] = useState<{ of: RoomSelf; dots: RoomSelf['dots'] } | null>(null);
  const dots = answered?.of === self ? answered.dots : self.dots;
  const give = useChange(giveDots, { onDone: (response) => setAnswered({ of: self, dots: response.dots }) });
  const spent = spentDots(dots, items);
  const groups = [...clusters, null]
    .map((cluster) => ({
      cluster,
      own: items.filter(({ clusterId }) => clusterId === (cluster?.id ?? null)),
    }))
    .filter(({ own }) => own.length > 0);
  if (items.length === 0) return null;
  const put = (item: Item, count: number) =>
    give.mutate({ params: { workshopId: hall.id }, body: { itemId: item.id, dots: count } });
  return (
    <Section heading="h2" title={t('workshops.board.title', { count: items.length })}>
      {voting ? (
        <Typography role="status" variant="body2" sx={{ fontWeight: 600, mb: 1 }}>
          {t('workshops.room.dotsLeft', { count: Math.max(0, hall.plan.dots - spent) })}
        </Typography>
      ) : null}
      <ProblemAlert error={give.error} />
      {groups.map(({ cluster, own }) => (
        <Box key={cluster?.id ?? 'none'} sx={{ mb: 1.5 }}>
          {clusters.length > 0 ? (
            <Typography variant="h3">{cluster?.title ?? t('workshops.board.ungrouped')}</Typography>
          ) : null}
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {own.map((item) => (
              <Voted
                key={item.id}
                item={item}
                mine={dots[item.id] ?? 0}
                voting={voting}
                more={mayGive(hall.plan, spent - (dots[item.id] ?? 0), (dots[item.id] ?? 0) + 1).allowed}
                busy={give.isPending}
                onPut={(count) => put(item, count)}
              />
            ))}
          </Box>
        </Box>
      ))}
    </Section>
  );
}

interface VotedProps {
  item: Item;
  mine: number;
  voting: boolean;
  /** One dot more is within the budget. */
  more: boolean;
  busy: boolean;
  onPut: (count: number) => void;
}

function Voted({ item, mine, voting, more, busy, onPut }: VotedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, borderTop: 1, borderColor: 'divider' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {item.text}
        </Typography>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {[
            item.author?.name ?? t('workshops.anonymous'),
            ...(item.dots > 0
              ? [t('workshops.dots', { count: item.dots, number: format.number(item.dots) })]
              : []),
          ].join(' · ')}
        </Typography>
      </Box>
      {voting ? (
        <Box
          role="group"
          aria-label={t('workshops.room.dotsOn', { text: item.text.slice(0, 60) })}
          sx={{ display: 'flex', alignItems: 'center' }}
        >
          <IconButton
            disabled={busy || mine === 0}
            aria-label={t('workshops.room.dotLess')}
            onClick={() => onPut(mine - 1)}
          >
            <LessIcon />
          </IconButton>
          <Typography component="span" sx={{ minWidth: 20, textAlign: 'center', fontWeight: 650 }}>
            {mine}
          </Typography>
          <IconButton
            disabled={busy || !more}
            aria-label={t('workshops.room.dotMore')}
            onClick={() => onPut(mine + 1)}
          >
            <MoreIcon />
          </IconButton>
        </Box>
      ) : null}
    </Box>
  );
}
