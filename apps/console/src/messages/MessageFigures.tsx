import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { FIGURE_DAYS, type MessageFigure, readMessageFigures } from '#contract/messages';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { inboxAddress } from '../levels/inbox-address.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useRealm } from '../shell/realm.js';
import { CarryingReplies, MessageHits } from './MessageLists.js';

type Days = (typeof FIGURE_DAYS)[number];
type Opened = { key: string; what: 'hits' | 'replies' } | null;

/** Penetration and pick-up of the messages of a topic (null: of the organisation); every figure opens what it counts. */
export function MessageFigures({
  topicId,
  title,
  action,
  only,
}: {
  topicId: string | null;
  title: string;
  action?: ReactNode;
  /** Only the messages of this house or map. */
  only?: string;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { realm } = useRealm();
  const [days, setDays] = useState<Days>(30);
  const [opened, setOpened] = useState<Opened>(null);
  const figures = useEndpoint(
    readMessageFigures,
    { query: { realm, days, ...(topicId === null ? {} : { topicId }) } },
    { refetchInterval: 60_000, placeholderData: (before) => before },
  );
  const items = figures.data?.items.filter(({ setId }) => only === undefined || setId === only) ?? [];
  return (
    <Section heading="h2" title={title} action={action}>
      {figures.isPending ? <LoadingState rows={2} height={64} /> : null}
      {figures.error && !figures.data ? (
        <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />
      ) : null}
      {figures.data && items.length === 0 ? (
        <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
          <Typography variant="body2">
            {t('keyMessages.noFigures')}. {t('keyMessages.noFiguresText')}
          </Typography>
          {only === undefined && topicId !== null && may('answers.write') ? (
            <Button
              component={RouterLink}
              to={`/messages/new?kind=house&topicId=${topicId}`}
              variant="outlined"
            >
              {t('keyMessages.writeHouse')}
            </Button>
          ) : null}
        </Box>
      ) : null}
      {items.length > 0 ? (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={days}
            onChange={(_, next: Days | null) => next !== null && setDays(next)}
            aria-label={t('keyMessages.span')}
            sx={{ justifySelf: 'start', flexWrap: 'wrap' }}
          >
            {FIGURE_DAYS.map((one) => (
              <ToggleButton key={one} value={one}>
                {t(`keyMessages.days.${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('keyMessages.explained')}
          </Typography>
          {items.map((figure) => (
            <FigureRow
              key={figure.key}
              topicId={topicId}
              figure={figure}
              opened={opened?.key === figure.key ? opened.what : null}
              onOpen={(what) => setOpened(what && { key: figure.key, what })}
            />
          ))}
        </Box>
      ) : null}
    </Section>
  );
}

function FigureRow({
  topicId,
  figure,
  opened,
  onOpen,
}: {
  topicId: string | null;
  figure: MessageFigure;
  opened: 'hits' | 'replies' | null;
  onOpen: (what: 'hits' | 'replies' | null) => void;
}) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const message = say(figure.text);
  const percent = (share: number | null) => (share === null ? '–' : format.percent(share));
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
            part: format.number(figure.mentionsRepeating),
            whole: format.number(figure.mentions),
          })}
        </Button>
        {judged > 0 ? (
          <Typography variant="body2" sx={{ alignSelf: 'center' }}>
            {t('keyMessages.precision')} {percent(figure.precision)} ·{' '}
            {t('keyMessages.rightOf', { part: figure.confirmed, whole: judged })}
          </Typography>
        ) : null}
        {topicId !== null && figure.mentions > 0 ? (
          <Button component={RouterLink} to={inboxAddress(topicId, { from: figure.from })} size="small">
            {t('levels.volume')}
          </Button>
        ) : null}
      </Box>
      {opened === 'hits' ? (
        <MessageHits messageKey={figure.key} message={message} from={figure.from} />
      ) : null}
      {opened === 'replies' ? (
        <CarryingReplies messageKey={figure.key} message={message} from={figure.from} />
      ) : null}
    </Box>
  );
}
