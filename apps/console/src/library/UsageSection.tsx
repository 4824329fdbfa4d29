import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerUsage, readUsage } from '#contract/answers';
import type { Locale } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useNetworkName } from '../shared/network-name.js';
import { useRealm } from '../shell/realm.js';
import { ReactionList, UseList } from './UsageLists.js';
import { useSentimentName } from './use-sentiment-name.js';
import { UsageWeeks } from './UsageWeeks.js';

/** What a figure counts, and so what its list shows. */
export type UsageFigure =
  | { of: 'uses'; network?: string; language?: Locale; versionNumber?: number; from?: string; to?: string }
  | { of: 'reactions'; sentiment?: string };

/** How often the answer was published, where and when, and how people took it. Every figure opens what it counts. */
export function UsageSection({ answerId }: { answerId: string }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const usage = useEndpoint(readUsage, { params: { answerId }, query: { realm } });
  return (
    <Section heading="h2" title={t('library.usage')}>
      {usage.data ? (
        usage.data.total === 0 ? (
          <EmptyState title={t('library.usageNone')} text={t('library.usageNoneText')} />
        ) : (
          <Figures key={realm} answerId={answerId} usage={usage.data} />
        )
      ) : usage.error ? (
        <ErrorState error={usage.error} onRetry={() => void usage.refetch()} />
      ) : (
        <LoadingState rows={2} height={64} />
      )}
    </Section>
  );
}

function Figures({ answerId, usage }: { answerId: string; usage: AnswerUsage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const sentimentName = useSentimentName();
  const [open, setOpen] = useState<UsageFigure | null>(null);
  const figure = (label: string, count: number, counts: UsageFigure) => {
    const shown = JSON.stringify(open) === JSON.stringify(counts);
    return (
      <Button
        key={label}
        size="small"
        variant={shown ? 'contained' : 'outlined'}
        aria-expanded={shown}
        onClick={() => setOpen(shown ? null : counts)}
      >
        {label} · {format.number(count)}
      </Button>
    );
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="body2">
        {t('library.published', { count: usage.total })}
        {usage.lastAt ? `, ${t('library.lastPublished', { day: format.date(usage.lastAt) })}` : ''}
      </Typography>
      <Group name={t('library.byNetwork')}>
        {figure(t('library.allUses'), usage.total, { of: 'uses' })}
        {usage.byNetwork.map(({ network, count }) =>
          figure(networkName(network), count, { of: 'uses', network }),
        )}
      </Group>
      <Group name={t('library.byLanguage')}>
        {usage.byLanguage.map(({ language, count }) =>
          figure(format.languageName(language), count, { of: 'uses', language }),
        )}
      </Group>
      <Group name={t('library.byVersion')}>
        {usage.byVersion.map(({ versionNumber, count }) =>
          figure(t('answers.version', { number: versionNumber }), count, { of: 'uses', versionNumber }),
        )}
      </Group>
      <Group name={t('library.byWeek')}>
        <UsageWeeks
          weeks={usage.byWeek}
          open={open?.of === 'uses' ? (open.from ?? null) : null}
          onOpen={({ from, to }) => setOpen({ of: 'uses', from, to })}
        />
      </Group>
      <Group name={t('library.reactions')}>
        {usage.reactions.total === 0 ? (
          <Typography variant="body2">{t('library.reactionsNone')}</Typography>
        ) : (
          <>
            {figure(t('library.reactionsAll'), usage.reactions.total, { of: 'reactions' })}
            {usage.reactions.bySentiment.map(({ sentiment, count }) =>
              figure(sentimentName(sentiment), count, { of: 'reactions', sentiment }),
            )}
          </>
        )}
      </Group>
      {open?.of === 'uses' ? (
        <UseList answerId={answerId} figure={open} onClose={() => setOpen(null)} />
      ) : null}
      {open?.of === 'reactions' ? (
        <ReactionList answerId={answerId} figure={open} onClose={() => setOpen(null)} />
      ) : null}
    </Box>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box role="group" aria-label={name}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {name}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{children}</Box>
    </Box>
  );
}
