import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { type AnswerRequestDetail, writeAnswer } from '#contract/requests';
import { isOver } from '#rules/requests';
import { useChange } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { VersionStateChip } from '../library/VersionStateChip.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

/** The answer in the library that the request leads to, or the way to begin it. */
export function AskedAnswer({ request }: { request: AnswerRequestDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const say = useLocalised();
  const may = useMay();
  const write = useChange(writeAnswer, {
    touches: TOUCHED,
    onDone: ({ answer }) => {
      if (answer) void navigate(`/library/${answer.id}?edit`);
    },
  });
  const { answer } = request;
  if (!answer && isOver(request.state)) return null;
  return (
    <Section title={t('requests.answer')} heading="h2">
      {answer ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Link component={RouterLink} to={`/library/${answer.id}`} sx={{ overflowWrap: 'anywhere' }}>
            {say(answer.question) || t('requests.untitled')}
          </Link>
          <VersionStateChip state={answer.state} />
          {answer.state === 'draft' && may('answers.write') ? (
            <Button size="small" variant="outlined" component={RouterLink} to={`/library/${answer.id}?edit`}>
              {t('requests.writeOn')}
            </Button>
          ) : null}
        </Box>
      ) : (
        <>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {t('requests.noAnswerYet')}
          </Typography>
          {may('answers.write') ? (
            <Button
              variant="contained"
              loading={write.isPending}
              onClick={() => write.mutate({ params: { requestId: request.id } })}
            >
              {t('requests.write')}
            </Button>
          ) : null}
        </>
      )}
      <ProblemAlert error={write.error} sx={{ mt: 1 }} />
    </Section>
  );
}
