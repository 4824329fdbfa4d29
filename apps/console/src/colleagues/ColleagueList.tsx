import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Colleague, listColleagues, listFields, setFields } from '#contract/colleagues';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { DepartmentChips } from '../shared/DepartmentChips.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { FieldPicker, useFieldName } from './FieldPicker.js';

/** People who can be invited, and what they know about. */
export function ColleagueList() {
  const { t } = useTranslation();
  const reading = useEndpoint(listColleagues, {});
  const items = reading.data?.items;
  const [changing, setChanging] = useState<Colleague | null>(null);
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('colleagues.people')}
      </Typography>
      {reading.isPending ? <LoadingState rows={2} height={56} /> : null}
      {reading.error && !items ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {items?.length === 0 ? (
        <EmptyState title={t('colleagues.peopleNone')} text={t('colleagues.peopleNoneText')} />
      ) : null}
      {items && items.length > 0 ? (
        <Paper variant="outlined" component="ul" sx={{ m: 0, px: 2, py: 0, listStyle: 'none' }}>
          {items.map((one) => (
            <ColleagueRow key={one.id} colleague={one} onChange={() => setChanging(one)} />
          ))}
        </Paper>
      ) : null}
      {changing ? <FieldsDialog colleague={changing} onClose={() => setChanging(null)} /> : null}
    </Box>
  );
}

function ColleagueRow({ colleague, onChange }: { colleague: Colleague; onChange: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const fieldName = useFieldName();
  const remarks = [
    ...(colleague.waiting > 0 ? [t('colleagues.waiting', { count: colleague.waiting })] : []),
    ...(colleague.newcomer ? [t('colleagues.newcomer')] : []),
    ...(colleague.allowed ? [] : [t('colleagues.notAllowed')]),
  ];
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1.5 },
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 650 }}>{colleague.name}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 0.5 }}>
          <DepartmentChips departmentIds={colleague.departmentIds} />
          {colleague.fieldIds.map((id) => (
            <Chip key={id} label={fieldName(id)} />
          ))}
        </Box>
        <Typography variant="caption">
          {[...(colleague.fieldIds.length === 0 ? [t('colleagues.fieldsNone')] : []), ...remarks].join(' · ')}
        </Typography>
      </Box>
      {may('colleagues.invite') || may('people.write') ? (
        <Button
          size="small"
          aria-label={t('colleagues.changeFieldsOf', { name: colleague.name })}
          onClick={onChange}
        >
          {t('colleagues.changeFields')}
        </Button>
      ) : null}
    </Box>
  );
}

function FieldsDialog({ colleague, onClose }: { colleague: Colleague; onClose: () => void }) {
  const { t } = useTranslation();
  const [fieldIds, setFieldIds] = useState<string[]>(colleague.fieldIds);
  const change = useChange(setFields, { touches: [listColleagues, listFields], onDone: onClose });
  const errors = useFieldErrors(change.error);
  return (
    <ConfirmDialog
      open
      title={t('colleagues.fieldsTitle', { name: colleague.name })}
      confirm={t('common.save')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ params: { personId: colleague.id }, body: { fieldIds } })}
      onClose={onClose}
    >
      <Box sx={{ pt: 1, minWidth: { sm: 360 } }}>
        <FieldPicker value={fieldIds} error={errors['fieldIds']} onChange={setFieldIds} />
      </Box>
    </ConfirmDialog>
  );
}
