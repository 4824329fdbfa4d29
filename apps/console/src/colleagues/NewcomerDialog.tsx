import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inviteNewcomer, listColleagues, listFields } from '#contract/colleagues';
import { type Locale, LOCALES } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import type { OneTimeLink } from '../people/LinkDialog.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { DepartmentPicker } from './DepartmentPicker.js';
import { FieldPicker } from './FieldPicker.js';

interface NewcomerDialogProps {
  onLink: (link: OneTimeLink) => void;
  onClose: () => void;
}

const LANGUAGES: Record<Locale, string> = { fr: 'Français', en: 'English' };

/** Somebody who has no account yet: a one-time link, and nothing but what they are asked. */
export function NewcomerDialog({ onLink, onClose }: NewcomerDialogProps) {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<Locale>(LOCALES.find((one) => one === i18n.language) ?? 'fr');
  const [departmentIds, setDepartmentIds] = useState<string[]>([]);
  const [fieldIds, setFieldIds] = useState<string[]>([]);
  const invite = useChange(inviteNewcomer, {
    touches: [listColleagues, listFields],
    onDone: ({ colleague, invitationPath }) => {
      onClose();
      onLink({ name: colleague.name, path: invitationPath });
    },
  });
  const errors = useFieldErrors(invite.error);
  return (
    <ConfirmDialog
      open
      title={t('colleagues.newcomerTitle')}
      confirm={t('colleagues.inviteNewcomer')}
      busy={invite.isPending}
      disabled={name.trim() === '' || email.trim() === ''}
      error={invite.error}
      onConfirm={() => invite.mutate({ body: { name, email, locale, departmentIds, fieldIds } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Typography variant="body2">{t('colleagues.newcomerText')}</Typography>
        <TextField
          required
          autoFocus
          label={t('colleagues.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          required
          type="email"
          label={t('colleagues.email')}
          value={email}
          error={Boolean(errors['email'])}
          helperText={errors['email']}
          onChange={({ target }) => setEmail(target.value)}
        />
        <TextField
          select
          label={t('colleagues.language')}
          value={locale}
          onChange={({ target }) => setLocale(LOCALES.find((one) => one === target.value) ?? 'fr')}
        >
          {LOCALES.map((one) => (
            <MenuItem key={one} value={one} lang={one}>
              {LANGUAGES[one]}
            </MenuItem>
          ))}
        </TextField>
        <DepartmentPicker
          label={t('colleagues.departments')}
          value={departmentIds}
          onChange={setDepartmentIds}
        />
        <FieldPicker value={fieldIds} error={errors['fieldIds']} onChange={setFieldIds} />
      </Stack>
    </ConfirmDialog>
  );
}
