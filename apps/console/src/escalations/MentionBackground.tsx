import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EscalationDetail } from '#contract/escalation';
import { type MentionSummary, readMention } from '#contract/mentions';
import { useEndpoint } from '../api/use-endpoint.js';
import { Conversation } from '../inbox/Conversation.js';
import { MentionHeader } from '../inbox/MentionHeader.js';
import { MentionText } from '../inbox/MentionText.js';
import { wordsSeen } from '../inbox/reason-weights.js';
import { Section } from '../inbox/Section.js';
import { WhyThisLevel } from '../inbox/WhyThisLevel.js';

/** The mentions themselves, and of the first its assessment and conversation. */
export function MentionBackground({ detail }: { detail: EscalationDetail }) {
  const { t } = useTranslation();
  const [first, ...others] = detail.mentionSummaries;
  if (!first) return null;
  return (
    <Section title={t('escalations.theMention')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <FirstMention summary={first} />
        {others.map((mention) => (
          <Box key={mention.id} sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
            <MentionHeader mention={mention} />
            <MentionText mention={mention} words={[]} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function FirstMention({ summary }: { summary: MentionSummary }) {
  const reading = useEndpoint(readMention, { params: { mentionId: summary.id } });
  const words = useMemo(() => wordsSeen(reading.data?.assessment.reasons ?? []), [reading.data]);
  return (
    <>
      <MentionHeader mention={summary} />
      <MentionText mention={summary} words={words} />
      {reading.data ? (
        <>
          <WhyThisLevel assessment={reading.data.assessment} />
          <Conversation posts={reading.data.conversation} mentionId={summary.id} />
        </>
      ) : null}
    </>
  );
}
