import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeIncident, type IncidentDetail } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { CallFields } from './CallFields.js';
import { ClusterField } from './ClusterField.js';
import { InstantField } from './InstantField.js';
import { TOUCHED } from './touched.js';

/** Name, how the public sees it, where the cell meets, when the next report is due. */
export function DetailsDialog({ incident, onClose }: { incident: IncidentDetail; onClose: () => void }) {
  const { t } = useTranslation();
  // The version one started from: what somebody else changes meanwhile is not overwritten unseen.
  const [version] = useState(incident.version);
  const [title, setTitle] = useState(incident.title);
  const [cluster, setCluster] = useState(incident.cluster);
  const [call, setCall] = useState(incident.call);
  const [report, setReport] = useState(() => toLocalField(incident.nextReportAt));
  const change = useChange(changeIncident, { touches: TOUCHED, onDone: onClose });
  const reportMoved = report !== toLocalField(incident.nextReportAt);
  return (
    <ConfirmDialog
      open
      title={t('incidents.changeDetails')}
      confirm={t('common.save')}
      busy={change.isPending}
      disabled={title.trim() === ''}
      error={change.error}
      onConfirm={() =>
        change.mutate({
          params: { incidentId: incident.id },
          body: {
            ...{ title, cluster, call, version },
            ...(reportMoved ? { nextReportAt: fromLocalField(report) } : {}),
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 440 } }}>
        <TextField
          required
          autoFocus
          fullWidth
          label={t('incidents.name')}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
          slotProps={{ htmlInput: { maxLength: 160 } }}
        />
        <ClusterField value={cluster} onChange={setCluster} />
        <CallFields call={call} onCall={setCall} />
        <InstantField label={t('incidents.nextReportAt')} value={report} onChange={setReport} />
      </Stack>
    </ConfirmDialog>
  );
}
