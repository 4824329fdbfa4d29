import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { FIGURE_DAYS, readMessageFigures } from '#contract/messages';
import type { Realm } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useRealm } from '../shell/realm.js';
import { MessageFigureRows } from './MessageFigureRows.js';

type Days = (typeof FIGURE_DAYS)[number];

/** Penetration and pick-up of the messages of a topic (null: of the organisation); every figure opens what it counts. */
export function MessageFigures({
  topicId,
  title,
  action,
  only,
  span,
}: {
  topicId: string | null;
  title: string;
  action?: ReactNode;
  /** Only the messages of this house or map. */
  only?: string;
  /** Only what was said in this time and realm; without it one chooses among the last days. */
  span?: { realm: Realm; from: string; until?: string };
}) {
  const { t } = useTranslation();
  const may = useMay();
  const here = useRealm();
  const realm = span?.realm ?? here.realm;
  const [days, setDays] = useState<Days>(30);
  const within = span ? { from: span.from, ...(span.until ? { until: span.until } : {}) } : { days };
  const figures = useEndpoint(
    readMessageFigures,
    { query: { realm, ...within, ...(topicId === null ? {} : { topicId }) } },
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
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button
                component={RouterLink}
                to={`/messages/new?kind=house&topicId=${topicId}`}
                variant="outlined"
              >
                {t('keyMessages.writeHouse')}
              </Button>
              <Button
                component={RouterLink}
                to={`/messages/new?kind=map&topicId=${topicId}`}
                variant="outlined"
              >
                {t('keyMessages.writeMap')}
              </Button>
            </Box>
          ) : null}
        </Box>
      ) : null}
      {items.length > 0 ? (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          {span ? null : (
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
          )}
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('keyMessages.explained')}
          </Typography>
          <MessageFigureRows figures={items} topicId={topicId} realm={realm} until={span?.until} />
        </Box>
      ) : null}
    </Section>
  );
}
