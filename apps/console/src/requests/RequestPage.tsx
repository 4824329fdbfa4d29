import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { type AnswerRequestDetail, readRequest } from '#contract/requests';
import { useEndpoint } from '../api/use-endpoint.js';
import { SubjectEscalation } from '../escalations/SubjectEscalation.js';
import { useMay } from '../session/session.js';
import { DepartmentChips } from '../shared/DepartmentChips.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { WorkshopLink } from '../workshops/WorkshopLink.js';
import { AnswerAll } from './AnswerAll.js';
import { AskedAnswer } from './AskedAnswer.js';
import { DueClock } from './DueClock.js';
import { GatheredMentions } from './GatheredMentions.js';
import { ProposedMentions } from './ProposedMentions.js';
import { RequestActions } from './RequestActions.js';
import { RequestStateChip } from './RequestStateChip.js';

/** One request: what is asked, the answer that it leads to, and everything that waits for it. */
export function RequestPage() {
  const { t } = useTranslation();
  const { requestId = '' } = useParams();
  const reading = useEndpoint(readRequest, { params: { requestId } });
  return (
    <PageBody>
      <Button component={RouterLink} to="/requests" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('requests.back')}
      </Button>
      {reading.data ? (
        <Request key={requestId} request={reading.data} />
      ) : reading.error ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <LoadingState rows={4} height={96} />
      )}
    </PageBody>
  );
}

function Request({ request }: { request: AnswerRequestDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const proposed = request.gathered.filter(({ standing }) => standing === 'proposed');
  const attached = request.gathered.filter(({ standing }) => standing === 'attached');
  return (
    <>
      <PageHeader
        title={request.question}
        actions={
          <>
            <RequestActions request={request} />
            <WorkshopLink topicId={null} title={request.question} />
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.75 }}>
          <LevelBadge level={request.level} />
          <RequestStateChip state={request.state} />
          <DueClock request={request} />
          <DepartmentChips departmentIds={request.departmentIds} />
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('requests.by', { name: request.askedBy.name })} · <RelativeTime instant={request.askedAt} /> ·{' '}
            {t('requests.internal')}
          </Typography>
        </Box>
        {request.end ? (
          <Typography variant="body2">
            {request.end.by
              ? t('requests.endedBy', { name: request.end.by.name, reason: request.end.reason ?? '–' })
              : t('requests.endedByItself')}
          </Typography>
        ) : null}
        <SubjectEscalation subjectType="answer_request" subjectId={request.id} realm={request.realm} />
        <AskedAnswer request={request} />
        {request.state === 'ready' && request.mentions.waiting > 0 && may('replies.send') ? (
          <AnswerAll request={request} />
        ) : null}
        <ProposedMentions request={request} proposed={proposed} />
        <GatheredMentions request={request} gathered={attached} />
      </Box>
    </>
  );
}
