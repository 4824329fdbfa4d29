import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import {
  archiveStakeholder,
  changeStakeholder,
  readStakeholder,
  type StakeholderView,
} from '#contract/stakeholders';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { AttachedAccounts } from './AttachedAccounts.js';
import { Engagement } from './Engagement.js';
import { MoveDialog } from './MoveDialog.js';
import { NoteList } from './NoteList.js';
import { Places } from './Places.js';
import { ProposedAccounts } from './ProposedAccounts.js';
import { Salience } from './Salience.js';
import { draftOf, fieldsOf } from './stakeholder-draft.js';
import { StakeholderDialog } from './StakeholderDialog.js';
import { ToldList } from './ToldList.js';
import { TOUCHED } from './touched.js';
import { Voice } from './Voice.js';

/** One stakeholder: how salient and where on the map, who keeps in touch, who speaks for it and what they say. */
export function StakeholderPage() {
  const { t } = useTranslation();
  const { stakeholderId = '' } = useParams();
  const reading = useEndpoint(readStakeholder, { params: { stakeholderId } });
  return (
    <PageBody>
      <Link component={RouterLink} to="/stakeholders" variant="body2">
        {t('stakeholders.back')}
      </Link>
      {reading.data ? (
        <Whole key={stakeholderId} stakeholder={reading.data} />
      ) : reading.error ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <LoadingState rows={4} height={96} />
      )}
    </PageBody>
  );
}

function Whole({ stakeholder }: { stakeholder: StakeholderView }) {
  const { t } = useTranslation();
  const may = useMay();
  const away = stakeholder.archivedAt !== null;
  const writes = may('stakeholders.write') && !away;
  return (
    <>
      <PageHeader
        title={stakeholder.name}
        lead={`${t(`stakeholders.kind.${stakeholder.kind}`)} · ${t(`stakeholders.category.${stakeholder.category}`)}`}
        actions={may('stakeholders.write') ? <Acts stakeholder={stakeholder} /> : null}
      />
      {away ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('stakeholders.archivedNote')}
        </Alert>
      ) : null}
      <Box
        sx={{
          ...{ display: 'grid', gap: 2, alignItems: 'start' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 3fr)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Salience stakeholder={stakeholder} />
          <Engagement stakeholder={stakeholder} />
          <ToldList stakeholder={stakeholder} writes={writes} />
          <NoteList stakeholderId={stakeholder.id} writes={writes} />
          <Places stakeholderId={stakeholder.id} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Voice stakeholder={stakeholder} />
          <AttachedAccounts stakeholder={stakeholder} writes={writes} />
          {writes ? <ProposedAccounts stakeholderId={stakeholder.id} /> : null}
        </Box>
      </Box>
    </>
  );
}

function Acts({ stakeholder }: { stakeholder: StakeholderView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'edit' | 'move' | 'archive' | null>(null);
  const close = () => setAsked(null);
  const { id: stakeholderId, name, version } = stakeholder;
  const change = useChange(changeStakeholder, { touches: TOUCHED, onDone: close });
  const archive = useChange(archiveStakeholder, { touches: TOUCHED, onDone: close });
  if (stakeholder.archivedAt !== null) {
    return (
      <Box>
        <Button
          variant="contained"
          loading={archive.isPending}
          onClick={() => archive.mutate({ params: { stakeholderId }, body: { archived: false, version } })}
        >
          {t('stakeholders.restore')}
        </Button>
        <ProblemAlert error={archive.error} sx={{ mt: 1 }} />
      </Box>
    );
  }
  return (
    <>
      <Button
        variant="contained"
        onClick={() => {
          change.reset();
          setAsked('edit');
        }}
      >
        {t('stakeholders.edit')}
      </Button>
      <Button onClick={() => setAsked('move')}>{t('stakeholders.move')}</Button>
      <Button onClick={() => setAsked('archive')}>{t('stakeholders.archive')}</Button>
      {asked === 'edit' ? (
        <StakeholderDialog
          title={t('stakeholders.editTitle', { name })}
          confirm={t('stakeholders.save')}
          draft={draftOf(stakeholder)}
          busy={change.isPending}
          error={change.error}
          onSave={(draft) =>
            change.mutate({ params: { stakeholderId }, body: { ...fieldsOf(draft), version } })
          }
          onClose={close}
        />
      ) : null}
      {asked === 'move' ? <MoveDialog stakeholder={stakeholder} onClose={close} /> : null}
      {asked === 'archive' ? (
        <ConfirmDialog
          open
          title={t('stakeholders.archiveTitle', { name })}
          confirm={t('stakeholders.archive')}
          busy={archive.isPending}
          error={archive.error}
          onConfirm={() => archive.mutate({ params: { stakeholderId }, body: { archived: true, version } })}
          onClose={close}
        >
          <Typography>{t('stakeholders.archiveText')}</Typography>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
