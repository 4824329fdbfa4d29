import Autocomplete from '@mui/material/Autocomplete';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listReports, readIncident, type ReportDetail, readReport, sendReport } from '#contract/crisis';
import { permissionsOf } from '#platform/contract';
import { REPORT_MINUTES } from '#rules/crisis';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { usePeople } from '../inbox/use-people.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { InstantField } from './InstantField.js';
import { TOUCHED } from './touched.js';

/** To whom, and when the next one is due. The crisis cell stands there already. */
export function SendReportDialog({ report, onClose }: { report: ReportDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { incidentId } = report;
  const people = usePeople().filter(
    ({ active, roles }) => active && permissionsOf(roles).includes('incidents.read'),
  );
  const incident = useEndpoint(readIncident, { params: { incidentId } }).data;
  const cell = (incident?.offers ?? [])
    .filter(({ state }) => state === 'accepted' || state === 'proposed')
    .map(({ person }) => person.id);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const personIds = chosen ?? [...new Set(cell)];
  const minutes = REPORT_MINUTES[report.data.level >= 4 ? 4 : report.data.level >= 3 ? 3 : 2];
  const [next, setNext] = useState(() => toLocalField(new Date(Date.now() + minutes * 60_000).toISOString()));
  const send = useChange(sendReport, {
    touches: [...TOUCHED, readReport, listReports],
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      open
      title={t('incidents.sendTitle')}
      confirm={t('incidents.send')}
      busy={send.isPending}
      disabled={personIds.length === 0}
      error={send.error}
      onConfirm={() =>
        send.mutate({
          params: { incidentId, reportId: report.id },
          body: {
            version: report.version,
            personIds: [...personIds],
            nextReportAt: fromLocalField(next),
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 440 } }}>
        <Typography variant="body2">{t('incidents.sendText')}</Typography>
        <Autocomplete
          multiple
          disableCloseOnSelect
          options={people}
          getOptionLabel={({ name }) => name}
          value={people.filter(({ id }) => personIds.includes(id))}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          onChange={(_, value) => setChosen(value.map(({ id }) => id))}
          renderInput={(props) => <TextField {...props} label={t('incidents.sendTo')} />}
        />
        <InstantField label={t('incidents.nextReportAt')} value={next} onChange={setNext} />
      </Stack>
    </ConfirmDialog>
  );
}
