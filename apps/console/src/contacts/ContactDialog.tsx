import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactFields } from '#rules/contacts';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { ContactDraft } from './contact-draft.js';

interface ContactDialogProps {
  title: string;
  confirm: string;
  draft: ContactDraft;
  busy: boolean;
  error: unknown;
  onSave: (draft: ContactDraft) => void;
  onClose: () => void;
}

const FIELDS = [
  { field: 'name', longest: 200 },
  { field: 'organisation', longest: 200 },
  { field: 'email', longest: 254 },
  { field: 'phone', longest: 30 },
  { field: 'crmSystem', longest: 40 },
  { field: 'crmId', longest: 100 },
] as const satisfies readonly { field: keyof ContactFields; longest: number }[];

const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar'] as const;

/** What is known of a contact, to be written down or changed. */
export function ContactDialog({ title, confirm, draft, busy, error, onSave, onClose }: ContactDialogProps) {
  const { t, i18n } = useTranslation();
  const [given, setGiven] = useState(draft);
  const errors = useFieldErrors(error);
  const change = (field: keyof ContactFields, value: string) =>
    setGiven((before) => ({ ...before, [field]: value }));
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const languages = [...new Set([given.language, ...LANGUAGES])].filter((one) => one !== '');
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={confirm}
      busy={busy}
      disabled={given.name.trim() === ''}
      error={error}
      onConfirm={() => onSave(given)}
      onClose={onClose}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          pt: 1,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {FIELDS.map(({ field, longest }) => (
          <TextField
            key={field}
            label={t(`contacts.field.${field}`)}
            value={given[field]}
            autoFocus={field === 'name'}
            error={errors[field] !== undefined}
            helperText={errors[field] ?? (field === 'crmSystem' ? t('contacts.crmHint') : ' ')}
            slotProps={{
              htmlInput: { maxLength: longest, autoComplete: 'off', 'aria-required': field === 'name' },
            }}
            onChange={({ target }) => change(field, target.value)}
          />
        ))}
        <TextField
          select
          label={t('contacts.field.language')}
          value={given.language}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          onChange={({ target }) => change('language', target.value)}
        >
          <MenuItem value="">{t('contacts.notKnown')}</MenuItem>
          {languages.map((language) => (
            <MenuItem key={language} value={language}>
              {names.of(language)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          multiline
          minRows={2}
          label={t('contacts.field.note')}
          value={given.note}
          error={errors['note'] !== undefined}
          helperText={errors['note'] ?? t('contacts.noteHint')}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          onChange={({ target }) => change('note', target.value)}
          sx={{ gridColumn: '1 / -1' }}
        />
      </Box>
    </ConfirmDialog>
  );
}
