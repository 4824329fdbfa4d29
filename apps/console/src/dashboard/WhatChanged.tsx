import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DashboardView, lookAtDashboard, type TopicFiguresView } from '#contract/dashboard';
import { changeSentence, type Snapshot, whatChanged } from '#rules/figures';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { type DashboardScope, printScope } from './dashboard-scope.js';
import { useFigureWords } from './use-figure-words.js';

interface WhatChangedProps {
  scope: DashboardScope;
  dashboard: DashboardView;
  topics: readonly TopicFiguresView[];
}

/** What is different from what one saw the last time, in plain sentences that follow the figures as they move. */
export function WhatChanged({ scope, dashboard, topics }: WhatChangedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { locale } = useFigureWords();
  const [earlier, setEarlier] = useState<Snapshot | null | undefined>(undefined);
  const { mutate } = useChange(lookAtDashboard, { onDone: (answer) => setEarlier(answer.earlier) });
  const key = `${scope.realm} ${printScope(scope)}`;
  useEffect(() => {
    const { realm, span, from, to, topicId, network, language } = scope;
    mutate({ body: { realm, span, from, to, topicId, network: [...network], language: [...language] } });
    // One look for each scope, however often its figures are read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, mutate]);
  const now: Snapshot = {
    at: dashboard.asOf,
    range: scope.from === undefined ? scope.span : `${scope.from} ${scope.to ?? ''}`,
    figures: Object.fromEntries(dashboard.figures.map(({ code, value }) => [code, value])),
    topics: topics.filter(({ level }) => level > 0),
  };
  const changes = earlier ? whatChanged(earlier, now) : [];
  return (
    <Section heading="h2" title={t('dashboard.changedTitle')}>
      <Box aria-live="polite">
        {earlier === null ? <Typography variant="body2">{t('dashboard.firstLook')}</Typography> : null}
        {earlier && changes.length === 0 ? (
          <Typography variant="body2">{t('dashboard.unchanged')}</Typography>
        ) : null}
        {changes.length > 0 ? (
          <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
            {changes.map((change) => (
              <Typography
                key={change.kind === 'level' ? change.topicId : change.code}
                component="li"
                variant="body2"
              >
                {changeSentence(change, locale)}
              </Typography>
            ))}
          </Box>
        ) : null}
        {earlier ? (
          <Typography variant="caption" component="p" sx={{ m: 0, mt: 0.5, color: 'text.secondary' }}>
            {t('dashboard.changedSince', { when: format.dateTime(earlier.at) })}
          </Typography>
        ) : null}
      </Box>
    </Section>
  );
}
