import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { readInvitation } from '#contract/identity';
import type { ResponseOf } from '#platform/contract';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

interface InvitationFormProps {
  invitation: ResponseOf<typeof readInvitation>;
  busy: boolean;
  error: unknown;
  onAccept: (fields: { email?: string; name: string; password: string }) => void;
}

const SHORTEST = 12;

export function InvitationForm({ invitation, busy, error, onAccept }: InvitationFormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(invitation.email ?? '');
  const [name, setName] = useState(invitation.name ?? '');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const errors = useFieldErrors(error);
  const differ = repeated !== '' && repeated !== password;
  const own = invitation.email === null;
  return (
    <Stack
      component="form"
      spacing={2}
      onSubmit={(event) => {
        event.preventDefault();
        onAccept({ ...(own ? { email } : {}), name, password });
      }}
    >
      <TextField
        required
        type="email"
        name="email"
        autoComplete="username"
        label={t('invitation.email')}
        value={email}
        disabled={!own}
        onChange={({ target }) => setEmail(target.value)}
        error={Boolean(errors['email'])}
        helperText={errors['email']}
      />
      <TextField
        required
        autoComplete="name"
        label={t('invitation.name')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={Boolean(errors['name'])}
        helperText={errors['name']}
      />
      <TextField
        required
        type="password"
        autoComplete="new-password"
        label={t('invitation.password')}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        error={Boolean(errors['password'])}
        helperText={errors['password'] ?? t('invitation.passwordHint')}
      />
      <TextField
        required
        type="password"
        autoComplete="new-password"
        label={t('invitation.repeat')}
        value={repeated}
        onChange={({ target }) => setRepeated(target.value)}
        error={differ}
        helperText={differ ? t('invitation.differ') : undefined}
      />
      <ProblemAlert error={error} shownFields={['email', 'name', 'password']} />
      <Button
        type="submit"
        variant="contained"
        loading={busy}
        disabled={password.length < SHORTEST || repeated !== password || name.trim() === '' || email === ''}
      >
        {t('invitation.accept')}
      </Button>
    </Stack>
  );
}
