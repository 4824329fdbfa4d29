import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import {
  type AnswerRequestDetail,
  attachMentions,
  detachMention,
  type GatheredMention,
} from '#contract/requests';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { authorName } from '../inbox/author-name.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

interface ProposedMentionsProps {
  request: AnswerRequestDetail;
  proposed: readonly GatheredMention[];
}

/** Mentions that arrived later and seem to ask the same: each is taken along or sent away. */
export function ProposedMentions({ request, proposed }: ProposedMentionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const attach = useChange(attachMentions, { touches: TOUCHED });
  const detach = useChange(detachMention, { touches: TOUCHED });
  if (proposed.length === 0) return null;
  const params = { requestId: request.id };
  const decides = may('mentions.triage');
  return (
    <Section
      title={t('requests.alsoAsked', { count: proposed.length })}
      heading="h2"
      action={
        decides && proposed.length > 1 ? (
          <Button
            size="small"
            loading={attach.isPending}
            onClick={() =>
              attach.mutate({ params, body: { mentionIds: proposed.map(({ mention }) => mention.id) } })
            }
          >
            {t('requests.takeAll')}
          </Button>
        ) : null
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {proposed.map(({ mention, similarity }) => (
          <Box component="li" key={mention.id} sx={{ display: 'grid', gap: 0.25 }}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {mention.text}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {authorName(mention.author) ?? t('inbox.unknownAuthor')}
                {similarity === null
                  ? ''
                  : ` · ${t('requests.likeness', { share: format.percent(Math.round(similarity * 100) / 100) })}`}
              </Typography>
              {decides ? (
                <>
                  <Button
                    size="small"
                    variant="outlined"
                    onClick={() => attach.mutate({ params, body: { mentionIds: [mention.id] } })}
                  >
                    {t('requests.note.join')}
                  </Button>
                  <Button
                    size="small"
                    onClick={() => detach.mutate({ params: { ...params, mentionId: mention.id } })}
                  >
                    {t('requests.note.differs')}
                  </Button>
                </>
              ) : null}
            </Box>
          </Box>
        ))}
      </Box>
      <ProblemAlert error={attach.error ?? detach.error} sx={{ mt: 1 }} />
    </Section>
  );
}
