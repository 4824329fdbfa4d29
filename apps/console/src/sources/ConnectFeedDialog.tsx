import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createSource, listSources, trySource } from '#contract/networks';
import type { ResponseOf } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Connecting a feed, after a look at what it holds. */
export function ConnectFeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [minutes, setMinutes] = useState('5');
  const [allowPrivateAddress, setAllowPrivateAddress] = useState(false);
  const settings = { url: url.trim(), allowPrivateAddress };
  const look = useChange(trySource, {
    onDone: ({ title }) => {
      if (name.trim() === '' && title) setName(title.slice(0, 80));
    },
  });
  const create = useChange(createSource, {
    touches: [listSources],
    onDone: (source) => {
      notify({ text: t('sources.connected', { name: source.name }) });
      onClose();
    },
  });
  const errors = useFieldErrors(create.error ?? look.error);
  const looked = look.variables?.body?.settings.url === settings.url;
  return (
    <ConfirmDialog
      open
      title={t('sources.new')}
      confirm={t('sources.connect')}
      busy={create.isPending}
      disabled={name.trim() === '' || settings.url === '' || !(Number(minutes) > 0)}
      error={create.error}
      onConfirm={() =>
        create.mutate({
          body: {
            network: 'feed',
            name,
            settings,
            pullEverySeconds: Math.round(Number(minutes) * 60),
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          required
          autoFocus
          type="url"
          label={t('sources.url')}
          value={url}
          onChange={({ target }) => setUrl(target.value)}
          error={Boolean(errors['settings.url'])}
          helperText={errors['settings.url']}
          slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false } }}
        />
        <FormControlLabel
          control={
            <Checkbox
              checked={allowPrivateAddress}
              onChange={({ target }) => setAllowPrivateAddress(target.checked)}
            />
          }
          label={`${t('sources.private')}. ${t('sources.privateHint')}`}
        />
        <Button
          variant="outlined"
          sx={{ alignSelf: 'flex-start' }}
          loading={look.isPending}
          disabled={settings.url === ''}
          onClick={() => look.mutate({ body: { network: 'feed', settings } })}
        >
          {t('sources.try')}
        </Button>
        <div role="status">
          {looked && look.data ? <Found feed={look.data} /> : null}
          {looked ? <ProblemAlert error={look.error} shownFields={['settings.url']} /> : null}
        </div>
        <TextField
          required
          label={t('sources.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={Boolean(errors['name'])}
          helperText={errors['name']}
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
        <TextField
          required
          type="number"
          label={t('sources.interval')}
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
          error={Boolean(errors['pullEverySeconds'])}
          helperText={errors['pullEverySeconds']}
          slotProps={{ htmlInput: { min: 0.5, max: 1440, step: 'any' } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}

const SHOWN = 5;

function Found({ feed }: { feed: ResponseOf<typeof trySource> }) {
  const { t } = useTranslation();
  return (
    <Alert severity={feed.items.length > 0 ? 'success' : 'info'}>
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {t('sources.found', { title: feed.title ?? '', format: feed.format })} ·{' '}
        {t('sources.foundItems', { count: feed.items.length })}
      </Typography>
      {feed.items.length === 0 ? t('sources.emptyFeed') : null}
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {feed.items.slice(0, SHOWN).map((item, index) => (
          <li key={index}>{item.title}</li>
        ))}
      </ul>
      {feed.refused.length > 0 ? (
        <>
          {t('sources.leftOut')}
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {feed.refused.slice(0, SHOWN).map((one) => (
              <li key={one.item}>{t('sources.leftOutItem', one)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Alert>
  );
}
