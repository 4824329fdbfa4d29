import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Paper from '@mui/material/Paper';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentDetail, readIncidentLog, type TimelineEntry } from '#contract/crisis';
import { usePages } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { KeysetList } from '../shared/KeysetList.js';
import { LogForm } from './LogForm.js';
import { LogLine } from './LogLine.js';

export interface Referring {
  entry: TimelineEntry;
  as: 'corrects' | 'checks';
}

/** The decision log with what else happened, newest first. Nothing in it can be rewritten. */
export function LogTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const reading = usePages(readIncidentLog, { params: { incidentId: incident.id }, query: { limit: 200 } });
  const [onlyWritten, setOnlyWritten] = useState(false);
  const [referring, setReferring] = useState<Referring | null>(null);
  const writes = may('incidents.take_part') && incident.state !== 'closed';
  const shown = ({ kind }: TimelineEntry) =>
    !onlyWritten || kind === 'fact' || kind === 'unknown' || kind === 'decision';
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {writes ? (
        <LogForm
          key={referring ? `${referring.as} ${referring.entry.key}` : 'new'}
          incidentId={incident.id}
          referring={referring}
          onDone={() => setReferring(null)}
        />
      ) : null}
      <FormControlLabel
        control={<Switch checked={onlyWritten} onChange={({ target }) => setOnlyWritten(target.checked)} />}
        label={t('incidents.onlyWritten')}
      />
      <KeysetList query={reading} empty={<Typography>{t('incidents.logNone')}</Typography>}>
        {(items) => (
          <Paper variant="outlined" component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {items.filter(shown).map((entry) => (
              <LogLine key={entry.key} entry={entry} onRefer={writes ? setReferring : null} />
            ))}
          </Paper>
        )}
      </KeysetList>
    </Box>
  );
}
