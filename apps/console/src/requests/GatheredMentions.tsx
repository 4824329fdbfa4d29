import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { readMention } from '#contract/mentions';
import { type AnswerRequestDetail, detachMention, type GatheredMention } from '#contract/requests';
import { isOver } from '#rules/requests';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { authorName } from '../inbox/author-name.js';
import { Conversation } from '../inbox/Conversation.js';
import { LanguageTag } from '../inbox/LanguageTag.js';
import { Section } from '../inbox/Section.js';
import { StateMark } from '../inbox/StateMark.js';
import { WhyThisLevel } from '../inbox/WhyThisLevel.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { LoadingState } from '../shared/LoadingState.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { TOUCHED } from './touched.js';

interface GatheredMentionsProps {
  request: AnswerRequestDetail;
  gathered: readonly GatheredMention[];
}

/** Everything that waits for the answer, each with what surrounds it; the first one is open. */
export function GatheredMentions({ request, gathered }: GatheredMentionsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(gathered[0]?.mention.id);
  const may = useMay();
  const detach = useChange(detachMention, { touches: TOUCHED });
  const removable = may('mentions.triage') && !isOver(request.state) && gathered.length > 1;
  return (
    <Section title={t('requests.gathered', { count: gathered.length })} heading="h2">
      <ProblemAlert error={detach.error} sx={{ mb: 1 }} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {gathered.map((one) => (
          <li key={one.mention.id}>
            <Gathered
              one={one}
              open={open === one.mention.id}
              onToggle={() => setOpen(open === one.mention.id ? undefined : one.mention.id)}
              onRemove={
                removable && one.mention.state !== 'answered'
                  ? () => detach.mutate({ params: { requestId: request.id, mentionId: one.mention.id } })
                  : undefined
              }
            />
          </li>
        ))}
      </Box>
    </Section>
  );
}

interface GatheredProps {
  one: GatheredMention;
  open: boolean;
  onToggle: () => void;
  onRemove: (() => void) | undefined;
}

function Gathered({ one: { mention, reply }, open, onToggle, onRemove }: GatheredProps) {
  const { t } = useTranslation();
  const name = authorName(mention.author) ?? t('inbox.unknownAuthor');
  return (
    <Box component="article" aria-label={name} sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}>
        <LevelBadge level={mention.level} />
        <NetworkIcon network={mention.network} />
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {name}
        </Typography>
        <StateMark state={mention.state} />
        <LanguageTag language={mention.language} known={mention.languageKnown} />
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <RelativeTime instant={mention.publishedAt} />
        </Typography>
      </Box>
      <Typography
        lang={mention.languageKnown ? mention.language : undefined}
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {mention.text}
      </Typography>
      {reply ? (
        <Typography variant="body2" sx={{ borderInlineStart: 3, borderColor: 'success.main', pl: 1.5 }}>
          <strong>{t(`vocabulary.replyState.${reply.state}`)}</strong> · {reply.text}
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button size="small" aria-expanded={open} onClick={onToggle}>
          {t(open ? 'requests.hideContext' : 'requests.showContext')}
        </Button>
        <Link component={RouterLink} to={`/inbox/${mention.id}?state=all`} variant="body2">
          {t('requests.toInbox')}
        </Link>
        {onRemove ? (
          <Button size="small" onClick={onRemove}>
            {t('requests.remove')}
          </Button>
        ) : null}
      </Box>
      {open ? <Context mentionId={mention.id} /> : null}
    </Box>
  );
}

/** Why it has its level, and what was said around it. */
function Context({ mentionId }: { mentionId: string }) {
  const reading = useEndpoint(readMention, { params: { mentionId } });
  if (!reading.data) {
    return reading.error ? (
      <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
    ) : (
      <LoadingState rows={2} height={72} />
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <WhyThisLevel assessment={reading.data.assessment} />
      <Conversation posts={reading.data.conversation} mentionId={mentionId} />
    </Box>
  );
}
