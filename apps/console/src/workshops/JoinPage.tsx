import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { joinRoom, lookRoom } from '#contract/workshops';
import type { ResponseOf } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { setLanguage } from '../i18n/languages.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { LightPage } from './LightPage.js';

/** Where a link or a QR code leads: one question, the name. The secret stands behind the `#`. */
export function JoinPage() {
  const { t } = useTranslation();
  const token = useLocation().hash.slice(1);
  const look = useChange(lookRoom, { onDone: ({ language }) => void setLanguage(language) });
  const { mutate } = look;
  // Asked once for each link, also where effects run twice.
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (asked.current === token) return;
    asked.current = token;
    mutate({ body: { token } });
  }, [mutate, token]);
  const found = look.data;
  if (found?.joined) return <Navigate to={`/room/${found.workshopId}`} replace />;
  return (
    <LightPage title={found?.title ?? t('workshops.room.joinTitle')}>
      <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 2 }}>
        {look.isPending || look.isIdle ? <LoadingState rows={2} /> : null}
        <ProblemAlert error={look.error} shownFields={['token']} />
        {look.error ? <Typography variant="body2">{t('workshops.room.badLink')}</Typography> : null}
        {found ? <NameForm token={token} found={found} /> : null}
      </Paper>
    </LightPage>
  );
}

function NameForm({ token, found }: { token: string; found: ResponseOf<typeof lookRoom> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const join = useChange(joinRoom, {
    onDone: ({ workshopId }) => void navigate(`/room/${workshopId}`, { replace: true }),
  });
  const errors = useFieldErrors(join.error);
  const enter = (as: string | null) => join.mutate({ body: { token, name: as } });
  return (
    <form
      noValidate
      style={{ display: 'grid', gap: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') enter(name.trim());
      }}
    >
      <Typography variant="body2">{t('workshops.room.joinText')}</Typography>
      <TextField
        label={t('workshops.room.name')}
        value={name}
        error={errors['name'] !== undefined}
        helperText={errors['name'] ?? t('workshops.room.nameHint')}
        onChange={({ target }) => setName(target.value)}
        slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'name', enterKeyHint: 'go' } }}
      />
      <ProblemAlert error={join.error} shownFields={['name']} />
      <Button
        type="submit"
        size="large"
        variant="contained"
        loading={join.isPending}
        disabled={name.trim() === ''}
      >
        {t('workshops.room.join')}
      </Button>
      {found.anonymousAllowed ? (
        <Button size="large" disabled={join.isPending} onClick={() => enter(null)}>
          {t('workshops.room.joinWithoutName')}
        </Button>
      ) : null}
    </form>
  );
}
