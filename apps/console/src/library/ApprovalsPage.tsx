import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listAnswers, readAnswer } from '#contract/answers';
import { useEndpoint, usePages } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { Approvals } from './Approvals.js';
import { DecideVersion } from './DecideVersion.js';
import { useApprovalKeys } from './use-approval-keys.js';
import { VersionReading } from './VersionReading.js';

/** What waits for my departments, one text after the other. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const waiting = usePages(listAnswers, { query: { awaitingMe: 'true', limit: 50 } });
  const [place, setPlace] = useState(0);
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  const total = waiting.data?.pages[0]?.awaitingMe ?? items.length;
  const shown = Math.min(place, Math.max(items.length - 1, 0));
  const answer = items[shown];
  const { hasNextPage, fetchNextPage } = waiting;
  useEffect(() => {
    if (hasNextPage && shown >= items.length - 2) void fetchNextPage();
  }, [hasNextPage, fetchNextPage, shown, items.length]);
  const move = (step: number) => setPlace(Math.min(Math.max(shown + step, 0), Math.max(items.length - 1, 0)));
  return (
    <PageBody>
      <PageHeader title={t('answers.approvalsTitle')} lead={t('answers.approvalsLead')} />
      {waiting.isPending ? <LoadingState rows={3} height={120} /> : null}
      {waiting.error && !waiting.data ? (
        <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : null}
      {waiting.data && !answer ? (
        <EmptyState title={t('answers.approvalsNone')} text={t('answers.approvalsNoneText')} />
      ) : null}
      {answer ? (
        <>
          <Box
            component="nav"
            aria-label={t('answers.approvalsTitle')}
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}
          >
            <Button size="small" variant="outlined" disabled={shown === 0} onClick={() => move(-1)}>
              {t('answers.previous')}
            </Button>
            <Typography variant="body2" role="status">
              {t('answers.place', { place: shown + 1, total })}
            </Typography>
            <Button
              size="small"
              variant="outlined"
              disabled={shown >= items.length - 1}
              onClick={() => move(1)}
            >
              {t('answers.next')}
            </Button>
            <Typography
              variant="caption"
              sx={{ color: 'text.secondary', display: { xs: 'none', md: 'inline' }, ml: 'auto' }}
            >
              {t('answers.approvalsKeys')}
            </Typography>
          </Box>
          <WaitingAnswer key={answer.id} answerId={answer.id} onMove={move} />
        </>
      ) : null}
    </PageBody>
  );
}

/** The decision stands above the text, so that it stays in one place from text to text. */
function WaitingAnswer({ answerId, onMove }: { answerId: string; onMove: (step: number) => void }) {
  const say = useLocalised();
  const reading = useEndpoint(readAnswer, { params: { answerId } });
  const heading = useRef<HTMLHeadingElement>(null);
  const decision = useRef<HTMLDivElement>(null);
  const version = reading.data?.versions.find(({ state }) => state === 'in_review');
  useApprovalKeys({ decision, onMove });
  useEffect(() => {
    if (version && document.activeElement === document.body) heading.current?.focus();
  }, [version]);
  if (!reading.data) {
    return reading.error ? (
      <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
    ) : (
      <LoadingState rows={3} height={120} />
    );
  }
  if (!version) return null;
  return (
    <Box component="article" sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2" ref={heading} tabIndex={-1}>
        <Link component={RouterLink} to={`/library/${answerId}`} color="inherit" underline="hover">
          {say(version.question)}
        </Link>
      </Typography>
      <div ref={decision}>
        <DecideVersion answer={reading.data} version={version} />
      </div>
      <VersionReading version={version} versions={reading.data.versions} />
      <Approvals version={version} />
    </Box>
  );
}
