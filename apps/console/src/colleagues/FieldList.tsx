import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeField, createField, type Field, listFields } from '#contract/colleagues';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** The editable list of what people can know about. */
export function FieldList() {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(listFields, {});
  const [editing, setEditing] = useState<Field | 'new' | null>(null);
  const change = useChange(changeField, { touches: [listFields] });
  const edits = may('colleagues.invite') || may('people.write');
  const items = reading.data?.items;
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h2" sx={{ flex: '1 1 200px' }}>
          {t('colleagues.fieldList')}
        </Typography>
        {edits ? (
          <Button variant="outlined" size="small" onClick={() => setEditing('new')}>
            {t('colleagues.addField')}
          </Button>
        ) : null}
      </Box>
      {reading.isPending ? <LoadingState rows={2} height={40} /> : null}
      {items?.length === 0 ? <Typography>{t('colleagues.fieldListNone')}</Typography> : null}
      {items && items.length > 0 ? (
        <Paper variant="outlined" component="ul" sx={{ m: 0, px: 2, py: 0, listStyle: 'none' }}>
          {items.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              edits={edits}
              busy={change.isPending}
              onRename={() => setEditing(field)}
              onRetire={() =>
                change.mutate({ params: { fieldId: field.id }, body: { retired: !field.retired } })
              }
            />
          ))}
        </Paper>
      ) : null}
      <ProblemAlert error={change.error ?? reading.error} sx={{ mt: 1 }} />
      {editing ? (
        <FieldDialog field={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </Box>
  );
}

interface FieldRowProps {
  field: Field;
  edits: boolean;
  busy: boolean;
  onRename: () => void;
  onRetire: () => void;
}

function FieldRow({ field, edits, busy, onRename, onRetire }: FieldRowProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const name = say(field.name);
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1 },
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Typography sx={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
        {name}{' '}
        <Typography variant="caption" component="span">
          {t('colleagues.fieldPeople', { count: field.people })}
        </Typography>
      </Typography>
      {field.retired ? <Chip label={t('colleagues.retired')} variant="outlined" /> : null}
      {edits ? (
        <>
          <Button size="small" aria-label={t('colleagues.editFieldOf', { name })} onClick={onRename}>
            {t('colleagues.editField')}
          </Button>
          <Button
            size="small"
            disabled={busy}
            aria-label={t(field.retired ? 'colleagues.offerOf' : 'colleagues.retireOf', { name })}
            onClick={onRetire}
          >
            {t(field.retired ? 'colleagues.offer' : 'colleagues.retire')}
          </Button>
        </>
      ) : null}
    </Box>
  );
}

function FieldDialog({ field, onClose }: { field: Field | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [fr, setFr] = useState(field?.name.fr ?? '');
  const [en, setEn] = useState(field?.name.en ?? '');
  const create = useChange(createField, { touches: [listFields], onDone: onClose });
  const rename = useChange(changeField, { touches: [listFields], onDone: onClose });
  const error = create.error ?? rename.error;
  const errors = useFieldErrors(error);
  const name = { fr, en };
  return (
    <ConfirmDialog
      open
      title={t(field ? 'colleagues.editField' : 'colleagues.addField')}
      confirm={t('common.save')}
      busy={create.isPending || rename.isPending}
      disabled={fr.trim() === '' || en.trim() === ''}
      error={error}
      onConfirm={() =>
        field
          ? rename.mutate({ params: { fieldId: field.id }, body: { name } })
          : create.mutate({ body: { name } })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          required
          autoFocus
          label={t('colleagues.nameFr')}
          value={fr}
          error={Boolean(errors['name.fr'])}
          helperText={errors['name.fr']}
          slotProps={{ htmlInput: { maxLength: 80 } }}
          onChange={({ target }) => setFr(target.value)}
        />
        <TextField
          required
          label={t('colleagues.nameEn')}
          value={en}
          error={Boolean(errors['name.en'])}
          helperText={errors['name.en']}
          slotProps={{ htmlInput: { maxLength: 80 } }}
          onChange={({ target }) => setEn(target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
