import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { MessageFigure } from '#contract/messages';
import type { Realm } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { inboxAddress } from '../levels/inbox-address.js';
import { CarryingReplies, MessageHits } from './MessageLists.js';

interface RowsProps {
  /** null: messages of the organisation. */
  topicId: string | null;
  realm: Realm;
  /** Exclusive; without it up to now. */
  until?: string | undefined;
}
type Opened = { key: string; what: 'hits' | 'replies' } | null;

/** What became of each message; one list of what was counted is open at a time. */
export function MessageFigureRows({ figures, ...place }: RowsProps & { figures: readonly MessageFigure[] }) {
  const [opened, setOpened] = useState<Opened>(null);
  return figures.map((figure) => (
    <FigureRow
      key={figure.key}
      {...place}
      figure={figure}
      opened={opened?.key === figure.key ? opened.what : null}
      onOpen={(what) => setOpened(what && { key: figure.key, what })}
    />
  ));
}

function FigureRow({
  topicId,
  figure,
  realm,
  until,
  opened,
  onOpen,
}: RowsProps & {
  figure: MessageFigure;
  opened: 'hits' | 'replies' | null;
  onOpen: (what: 'hits' | 'replies' | null) => void;
}) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const message = say(figure.text);
  const percent = (share: number | null) => (share === null ? '–' : format.percent(share));
  const list = { messageKey: figure.key, message, realm, from: figure.from, ...(until ? { until } : {}) };
  const judged = figure.confirmed + figure.rejected;
  return (
    <Box
      role="group"
      aria-label={message}
      sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5, display: 'grid', gap: 1 }}
    >
      <Box>
        <Typography variant="h3">{message}</Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t(figure.inForce ? 'keyMessages.inForce' : 'keyMessages.notInForce')} ·{' '}
          {t('keyMessages.since', { day: format.dateTime(figure.from) })}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant={opened === 'replies' ? 'contained' : 'outlined'}
          aria-expanded={opened === 'replies'}
          onClick={() => onOpen(opened === 'replies' ? null : 'replies')}
        >
          {t('keyMessages.penetration')} {percent(figure.penetration)} ·{' '}
          {t('keyMessages.carriedOf', {
            count: figure.repliesCarrying,
            part: format.number(figure.repliesCarrying),
            whole: format.number(figure.repliesSent),
          })}
        </Button>
        <Button
          variant={opened === 'hits' ? 'contained' : 'outlined'}
          aria-expanded={opened === 'hits'}
          onClick={() => onOpen(opened === 'hits' ? null : 'hits')}
        >
          {t('keyMessages.pickUp')} {percent(figure.pickUp)} ·{' '}
          {t('keyMessages.repeatedOf', {
            count: figure.mentionsRepeating,
            part: format.number(figure.mentionsRepeating),
            whole: format.number(figure.mentions),
          })}
        </Button>
        {judged > 0 ? (
          <Typography variant="body2" sx={{ alignSelf: 'center' }}>
            {t('keyMessages.precision')} {percent(figure.precision)} ·{' '}
            {t('keyMessages.rightOf', { count: figure.confirmed, part: figure.confirmed, whole: judged })}
          </Typography>
        ) : null}
        {topicId !== null && figure.mentions > 0 ? (
          <Button
            component={RouterLink}
            to={inboxAddress(topicId, { from: figure.from, ...(until ? { to: until } : {}) })}
            size="small"
          >
            {t('levels.volume')}
          </Button>
        ) : null}
      </Box>
      {opened === 'hits' ? <MessageHits {...list} /> : null}
      {opened === 'replies' ? <CarryingReplies {...list} /> : null}
    </Box>
  );
}
