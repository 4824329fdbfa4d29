import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { WaitingVersion } from '#contract/answers';
import { useLocalised } from '../i18n/localised.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { Approvals } from './Approvals.js';
import { DecideVersion } from './DecideVersion.js';
import { useApprovalKeys } from './use-approval-keys.js';
import { TextToDecide } from './TextToDecide.js';
import { type ReadingControl, VersionReading } from './VersionReading.js';

interface WaitingOneByOneProps {
  items: readonly WaitingVersion[];
  /** Also those that have not been read yet. */
  total: number;
  /** The end of what has been read is near. */
  onNearEnd: () => void;
}

/** One text that waits after the other. */
export function WaitingOneByOne({ items, total, onNearEnd }: WaitingOneByOneProps) {
  const { t } = useTranslation();
  const [place, setPlace] = useState(0);
  const shown = Math.min(place, Math.max(items.length - 1, 0));
  const item = items[shown];
  const nearEnd = useRef(onNearEnd);
  useEffect(() => {
    nearEnd.current = onNearEnd;
  });
  useEffect(() => {
    if (shown >= items.length - 2) nearEnd.current();
  }, [shown, items.length]);
  if (!item) return null;
  const move = (step: number) => setPlace(Math.min(Math.max(shown + step, 0), Math.max(items.length - 1, 0)));
  return (
    <>
      <Box
        component="nav"
        aria-label={t('answers.approvalsTitle')}
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
      >
        <Button size="small" variant="outlined" disabled={shown === 0} onClick={() => move(-1)}>
          {t('answers.previous')}
        </Button>
        <Typography variant="body2" role="status">
          {t('answers.place', { place: shown + 1, total })}
        </Typography>
        <Button size="small" variant="outlined" disabled={shown >= items.length - 1} onClick={() => move(1)}>
          {t('answers.next')}
        </Button>
        <Typography
          variant="caption"
          sx={{ color: 'text.secondary', display: { xs: 'none', md: 'inline' }, ml: 'auto' }}
        >
          {t('library.queueKeys')}
        </Typography>
      </Box>
      <WaitingArticle key={item.version.id} item={item} onMove={move} />
    </>
  );
}

function WaitingArticle({ item, onMove }: { item: WaitingVersion; onMove: (step: number) => void }) {
  const say = useLocalised();
  const heading = useRef<HTMLHeadingElement>(null);
  const decision = useRef<HTMLDivElement>(null);
  const reading = useRef<ReadingControl>(null);
  useApprovalKeys({ decision, onMove, onDifference: () => reading.current?.turn() });
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const { answer, version, before } = item;
  return (
    <Box component="article" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="h2" ref={heading} tabIndex={-1}>
        <Link component={RouterLink} to={`/library/${answer.id}`} color="inherit" underline="hover">
          {say(version.question)}
        </Link>
      </Typography>
      <WaitingFacts item={item} />
      <TextToDecide
        decision={
          <div ref={decision}>
            <DecideVersion answer={answer} version={version} />
          </div>
        }
      >
        <VersionReading
          version={version}
          versions={before ? [version, before] : [version]}
          control={reading}
        />
        <Approvals version={version} />
      </TextToDecide>
    </Box>
  );
}

/** How long it has waited, for whom it matters, and why it is changed. */
export function WaitingFacts({
  item: { answer, version, askingMentions, changeRequests },
}: {
  item: WaitingVersion;
}) {
  const { t } = useTranslation();
  const open = changeRequests.filter(({ state }) => state === 'open');
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, typography: 'body2' }}>
        {answer.kind === 'holding_statement' ? (
          <Chip label={t('vocabulary.answerKind.holding_statement')} color="secondary" />
        ) : null}
        <Chip label={t(`vocabulary.sensitivity.${version.sensitivity}`)} variant="outlined" />
        {askingMentions !== null && askingMentions > 0 ? (
          <Chip color="warning" label={t('library.asking', { count: askingMentions })} />
        ) : null}
        <span>
          {t('answers.writtenBy', { name: version.author.name })}
          {version.submittedAt ? (
            <>
              {' · '}
              <RelativeTime instant={version.submittedAt} focusable />
            </>
          ) : null}
        </span>
      </Box>
      {open.map((request) => (
        <Alert key={request.id} severity="warning" variant="outlined" sx={{ whiteSpace: 'pre-wrap' }}>
          <strong>{t('library.requestBy', { name: request.by.name, number: request.aboutVersion })}</strong>
          {' · '}
          {request.reason}
        </Alert>
      ))}
    </>
  );
}
