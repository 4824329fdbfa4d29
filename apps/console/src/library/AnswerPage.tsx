import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { type AnswerDetail, readAnswer } from '#contract/answers';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { Approvals } from './Approvals.js';
import { ChangeRequests } from './ChangeRequests.js';
import { DecideVersion } from './DecideVersion.js';
import { EditAnswer } from './EditAnswer.js';
import { OwnerButton } from './OwnerButton.js';
import { TextToDecide } from './TextToDecide.js';
import { UsageSection } from './UsageSection.js';
import { VersionActions } from './VersionActions.js';
import { VersionReading } from './VersionReading.js';
import { VersionStateChip } from './VersionStateChip.js';

/** An answer with its versions; `?edit` opens the editor. */
export function AnswerPage() {
  const { t } = useTranslation();
  const { answerId = '' } = useParams();
  const [search] = useSearchParams();
  const may = useMay();
  const reading = useEndpoint(readAnswer, { params: { answerId } });
  if (!reading.data) {
    return (
      <PageBody>
        {reading.error ? (
          <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
        ) : (
          <LoadingState rows={4} height={96} />
        )}
      </PageBody>
    );
  }
  const editable = may('answers.write') && reading.data.versions[0]?.state !== 'in_review';
  return (
    <PageBody>
      <Button component={RouterLink} to="/library" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('answers.backToLibrary')}
      </Button>
      {search.has('edit') && editable ? (
        <EditAnswer key={answerId} answer={reading.data} />
      ) : (
        <ReadAnswer key={answerId} answer={reading.data} />
      )}
    </PageBody>
  );
}

function ReadAnswer({ answer }: { answer: AnswerDetail }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const [chosen, setChosen] = useState<number>();
  const [refusal, setRefusal] = useState<Error | null>(null);
  const version = answer.versions.find(({ number }) => number === chosen) ?? answer.versions[0];
  if (!version) return null;
  const facts = [
    answer.currentVersionNumber === null
      ? t('answers.notInForce')
      : t('answers.inForce', { number: answer.currentVersionNumber }),
    answer.timesUsed > 0 ? t('answers.used', { count: answer.timesUsed }) : t('answers.neverUsed'),
    ...(answer.owner ? [t('answers.owner', { name: answer.owner.name })] : []),
    ...(answer.reviewOn ? [t('library.reviewOn', { day: format.date(answer.reviewOn) })] : []),
  ];
  const dates = [
    t('answers.writtenBy', { name: version.author.name }),
    ...(version.submittedAt ? [t('answers.submittedAt', { day: format.date(version.submittedAt) })] : []),
    ...(version.approvedAt ? [t('answers.approvedAt', { day: format.date(version.approvedAt) })] : []),
  ];
  return (
    <>
      <PageHeader
        title={say(answer.question)}
        lead={facts.join(' · ')}
        actions={<VersionActions answer={answer} onRefused={setRefusal} />}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Chip
          label={t(`vocabulary.answerKind.${answer.kind}`)}
          color={answer.kind === 'holding_statement' ? 'secondary' : 'default'}
        />
        <OwnerButton answer={answer} />
      </Box>
      <ProblemAlert error={refusal} sx={{ mb: 2 }} />
      <Tabs
        value={version.number}
        onChange={(_, number: number) => setChosen(number)}
        variant="scrollable"
        aria-label={t('answers.versionsLabel')}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {answer.versions.map(({ number }) => (
          <Tab key={number} value={number} label={t('answers.version', { number })} />
        ))}
      </Tabs>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <VersionStateChip state={version.state} />
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {dates.join(' · ')}
          </Typography>
        </Box>
        <TextToDecide decision={<DecideVersion answer={answer} version={version} />}>
          <VersionReading key={version.number} version={version} versions={answer.versions} />
          <Approvals version={version} />
        </TextToDecide>
        <ChangeRequests answerId={answer.id} requests={answer.changeRequests} />
        <UsageSection answerId={answer.id} />
      </Box>
    </>
  );
}
