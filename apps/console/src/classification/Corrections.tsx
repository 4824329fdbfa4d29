import DownloadIcon from '@mui/icons-material/Download';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CorrectedField, CORRECTED_FIELDS, exportCorrections, readConfusion } from '#contract/mentions';
import { requestUrl } from '../api/request-url.js';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { ConfusionTable } from './ConfusionTable.js';
import { type ChosenCell, CorrectedMentions } from './CorrectedMentions.js';

/** What people overruled, as a table per field; each cell opens the mentions that it counts. */
export function Corrections() {
  const { t } = useTranslation();
  const may = useMay();
  const [field, setField] = useState<CorrectedField>('level');
  const [cell, setCell] = useState<ChosenCell | null>(null);
  const confusion = useEndpoint(readConfusion, { query: {} });
  const shown = confusion.data?.fields.find((one) => one.field === field);
  const total = confusion.data?.mentions ?? 0;
  return (
    <Box component="section" aria-labelledby="corrections-title" sx={{ mb: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Typography variant="h2" id="corrections-title" sx={{ flex: 1 }}>
          {t('corrections.title')}
        </Typography>
        {may('lexicon.write') && total > 0 ? (
          <Button
            variant="outlined"
            component="a"
            download
            startIcon={<DownloadIcon />}
            href={requestUrl(exportCorrections.path, undefined, {})}
          >
            {t('corrections.export')}
          </Button>
        ) : null}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {t('corrections.lead')}
      </Typography>
      <ProblemAlert error={confusion.error} />
      {confusion.isPending ? <Skeleton variant="rounded" height={160} /> : null}
      {confusion.data && total === 0 ? (
        <EmptyState title={t('corrections.none')} text={t('corrections.noneText')} />
      ) : null}
      {shown && total > 0 ? (
        <>
          <Tabs
            value={field}
            variant="scrollable"
            aria-label={t('corrections.fields')}
            onChange={(_, next: CorrectedField) => {
              setField(next);
              setCell(null);
            }}
          >
            {CORRECTED_FIELDS.map((one) => (
              <Tab key={one} value={one} label={t(`corrections.field.${one}`)} />
            ))}
          </Tabs>
          <Typography variant="body2" sx={{ my: 1.5 }}>
            {t('corrections.kept', { kept: shown.kept, count: total })}
          </Typography>
          <ConfusionTable field={field} cells={shown.cells} chosen={cell} onChoose={setCell} />
          {cell ? <CorrectedMentions field={field} cell={cell} /> : null}
        </>
      ) : null}
    </Box>
  );
}
