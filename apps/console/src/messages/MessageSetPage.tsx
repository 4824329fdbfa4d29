import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { type MessageSetDetail, readMessageSet } from '#contract/messages';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Approvals } from '../library/Approvals.js';
import { TextToDecide } from '../library/TextToDecide.js';
import { VersionStateChip } from '../library/VersionStateChip.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { DecideMessages } from './DecideMessages.js';
import { EditMessages } from './EditMessages.js';
import { HouseDrawing } from './HouseDrawing.js';
import { MessageActions } from './MessageActions.js';
import { messagesOf } from './message-draft.js';
import { MessageOrigins } from './MessageOrigins.js';
import { MessageFigures } from './MessageFigures.js';

/** A house or a map with its versions and what became of its messages; `?edit` opens the editor. */
export function MessageSetPage() {
  const { t } = useTranslation();
  const { setId = '' } = useParams();
  const [search] = useSearchParams();
  const may = useMay();
  const reading = useEndpoint(readMessageSet, { params: { setId } });
  const set = reading.data;
  const newest = set?.versions[0];
  if (!set || !newest) {
    return (
      <PageBody>
        {reading.error ? (
          <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
        ) : (
          <LoadingState rows={3} height={120} />
        )}
      </PageBody>
    );
  }
  if (search.has('edit') && may('answers.write') && newest.state !== 'in_review') {
    return (
      <PageBody>
        <EditMessages
          key={set.id}
          title={t('keyMessages.editTitle')}
          kind={set.kind}
          start={messagesOf(newest)}
          target={{ setId: set.id, revision: newest.state === 'draft' ? newest.revision : undefined }}
        />
      </PageBody>
    );
  }
  return (
    <PageBody wide>
      <Link component={RouterLink} to="/messages" variant="body2">
        {t('keyMessages.back')}
      </Link>
      <ReadMessages key={set.id} set={set} />
    </PageBody>
  );
}

function ReadMessages({ set }: { set: MessageSetDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<number>();
  const version = set.versions.find(({ number }) => number === chosen) ?? set.versions[0];
  if (!version) return null;
  const place = set.topic?.name ?? t('keyMessages.organisation');
  const dates = [
    t('answers.writtenBy', { name: version.author.name }),
    ...(version.submittedAt ? [t('answers.submittedAt', { day: format.date(version.submittedAt) })] : []),
    ...(version.approvedAt ? [t('answers.approvedAt', { day: format.date(version.approvedAt) })] : []),
    ...(version.closedReason ? [version.closedReason] : []),
  ];
  return (
    <>
      <PageHeader
        title={`${t(`keyMessages.kind.${set.kind}`)} · ${place}`}
        lead={t(`keyMessages.method.${set.kind}`)}
        actions={<MessageActions set={set} />}
      />
      <Tabs
        value={version.number}
        onChange={(_, number: number) => setChosen(number)}
        variant="scrollable"
        aria-label={t('keyMessages.versionsLabel')}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {set.versions.map(({ number }) => (
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
        <TextToDecide decision={<DecideMessages set={set} version={version} />}>
          <HouseDrawing kind={set.kind} content={version} />
        </TextToDecide>
        <MessageOrigins set={set} version={version} />
        <MessageFigures topicId={set.topic?.id ?? null} title={t('keyMessages.figures')} only={set.id} />
        <Approvals version={version} />
      </Box>
    </>
  );
}
