import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePerson, invitePerson, listPeople, type Person } from '#contract/identity';
import { type Locale, LOCALES, type Role, ROLES } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import { useNotify } from '../shared/Notices.js';
import type { OneTimeLink } from './LinkDialog.js';

interface PersonDialogProps {
  /** Null to invite somebody. */
  person: Person | null;
  onLink: (link: OneTimeLink) => void;
  onClose: () => void;
}

/** Inviting somebody, or changing what somebody is here. */
export function PersonDialog({ person, onLink, onClose }: PersonDialogProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const departments = useDepartments().data?.items ?? [];
  const departmentName = useDepartmentName();
  const [email, setEmail] = useState('');
  const [name, setName] = useState(person?.name ?? '');
  const [roles, setRoles] = useState<Role[]>(person?.roles ?? ['community_manager']);
  const [departmentIds, setDepartmentIds] = useState<string[]>(person?.departmentIds ?? []);
  const [locale, setLocale] = useState<Locale>(LOCALES.find((one) => one === i18n.language) ?? 'fr');
  const invite = useChange(invitePerson, {
    touches: [listPeople],
    onDone: ({ person: invited, invitationPath }) => {
      onClose();
      onLink({ name: invited.name, path: invitationPath });
    },
  });
  const change = useChange(changePerson, {
    touches: [listPeople],
    onDone: (saved) => {
      onClose();
      notify({ text: t('people.saved', { name: saved.name }) });
    },
  });
  const error = invite.error ?? change.error;
  const errors = useFieldErrors(error);
  const shown = (field: string) => ({ error: Boolean(errors[field]), helperText: errors[field] });
  const save = () => {
    if (person) change.mutate({ params: { personId: person.id }, body: { name, roles, departmentIds } });
    else invite.mutate({ body: { email, name, roles, departmentIds, locale } });
  };
  return (
    <ConfirmDialog
      open
      title={person ? t('people.changeOf', { name: person.name }) : t('people.invite')}
      confirm={t(person ? 'common.save' : 'people.inviteButton')}
      busy={invite.isPending || change.isPending}
      disabled={name.trim() === '' || roles.length === 0 || (!person && email.trim() === '')}
      error={error}
      onConfirm={save}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        {person ? null : (
          <TextField
            required
            autoFocus
            type="email"
            label={t('people.email')}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
            {...shown('email')}
          />
        )}
        <TextField
          required
          label={t('people.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          slotProps={{ htmlInput: { maxLength: 120 } }}
          {...shown('name')}
        />
        <Autocomplete
          multiple
          disableCloseOnSelect
          options={[...ROLES]}
          getOptionLabel={(role) => t(`vocabulary.role.${role}`)}
          value={roles}
          onChange={(_, chosen) => setRoles(chosen)}
          renderInput={(input) => <TextField {...input} label={t('people.roles')} {...shown('roles')} />}
        />
        <Autocomplete
          multiple
          disableCloseOnSelect
          options={departments.map(({ id }) => id)}
          getOptionLabel={departmentName}
          value={departmentIds}
          onChange={(_, chosen) => setDepartmentIds(chosen)}
          renderInput={(input) => (
            <TextField
              {...input}
              label={t('people.departments')}
              error={Boolean(errors['departmentIds'])}
              helperText={errors['departmentIds'] ?? t('people.departmentsHint')}
            />
          )}
        />
        {person ? null : (
          <TextField
            select
            label={t('people.language')}
            value={locale}
            onChange={({ target }) => setLocale(target.value === 'en' ? 'en' : 'fr')}
          >
            {LOCALES.map((one) => (
              <MenuItem key={one} value={one}>
                {format.languageName(one)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
