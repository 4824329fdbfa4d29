import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ConnectForm,
  createSource,
  listSources,
  type NetworkCapabilities,
  trySource,
} from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNetworkName } from '../shared/network-name.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { fieldsFor, isComplete, newDraft, requestOf } from './connect-draft.js';
import { ConnectFields } from './ConnectFields.js';
import { ConnectGuide } from './ConnectGuide.js';
import { Found } from './Found.js';
import { NetworkAbilities } from './NetworkAbilities.js';

interface ConnectDialogProps {
  networks: readonly (NetworkCapabilities & { connect: ConnectForm })[];
  onClose: () => void;
}

/** Connecting a source of any network: what to do there, what it asks for, and a look at what it holds. */
export function ConnectDialog({ networks, onClose }: ConnectDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const networkName = useNetworkName();
  const [network, setNetwork] = useState(networks[0]?.network ?? '');
  const chosen = networks.find((one) => one.network === network) ?? networks[0];
  const form = chosen?.connect ?? EMPTY;
  const [watch, setWatch] = useState(form.watches[0] ?? '');
  const [draft, setDraft] = useState(() => newDraft(form));
  const [name, setName] = useState('');
  const [minutes, setMinutes] = useState(String(form.everySeconds / 60));
  const request = { network, ...requestOf(form, watch, draft) };
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
  const choose = (next: string) => {
    const { connect } = networks.find((one) => one.network === next) ?? { connect: EMPTY };
    setNetwork(next);
    setWatch(connect.watches[0] ?? '');
    setDraft(newDraft(connect));
    setMinutes(String(connect.everySeconds / 60));
    look.reset();
    create.reset();
  };
  const takeFeed = (url: string) => {
    setDraft((before) => ({ ...before, url }));
    look.mutate({ body: { network, ...requestOf(form, watch, { ...draft, url }) } });
  };
  const errors = useFieldErrors(create.error ?? look.error);
  const looked = JSON.stringify(look.variables?.body) === JSON.stringify(request);
  const complete = isComplete(form, watch, draft);
  // Who delivers by itself is not read; only where replies are handed over there is somebody to ask.
  const read = chosen?.network !== 'webhook';
  const asked = read || (typeof draft['replyUrl'] === 'string' && draft['replyUrl'].trim() !== '');
  const hasSecret = form.fields.some(({ kind }) => kind === 'secret');
  const tryWords = read ? (hasSecret ? 'sources.tryAccess' : 'sources.try') : 'sources.tryReplies';
  return (
    <ConfirmDialog
      open
      title={t('sources.new')}
      confirm={t('sources.connect')}
      busy={create.isPending}
      disabled={name.trim() === '' || !complete || !(Number(minutes) > 0)}
      error={create.error}
      onConfirm={() =>
        create.mutate({ body: { ...request, name, pullEverySeconds: Math.round(Number(minutes) * 60) } })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          select
          autoFocus
          label={t('sources.network')}
          value={network}
          onChange={({ target }) => choose(target.value)}
        >
          {networks.map((one) => (
            <MenuItem key={one.network} value={one.network}>
              {networkName(one.network)}
            </MenuItem>
          ))}
        </TextField>
        {chosen ? <NetworkAbilities network={chosen} /> : null}
        <ConnectGuide network={network} />
        {form.watches.length > 0 ? (
          <TextField
            select
            label={t('sources.watch')}
            value={watch}
            onChange={({ target }) => setWatch(target.value)}
          >
            {form.watches.map((one) => (
              <MenuItem key={one} value={one} sx={{ whiteSpace: 'normal' }}>
                {t(`sources.watches.${one}` as 'sources.watches.mentions')}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
        <ConnectFields
          network={network}
          fields={fieldsFor(form, watch)}
          watch={watch}
          draft={draft}
          errors={errors}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        {asked ? (
          <>
            <Button
              variant="outlined"
              sx={{ alignSelf: 'flex-start' }}
              loading={look.isPending}
              disabled={!complete}
              onClick={() => look.mutate({ body: request })}
            >
              {t(tryWords)}
            </Button>
            <div role="status">
              {looked && look.data && read ? <Found found={look.data} onTake={takeFeed} /> : null}
              {looked && look.data && !read ? (
                <Alert severity="success">
                  {t('sources.repliesUnderstood', { host: look.data.title ?? '' })}
                </Alert>
              ) : null}
              {looked ? <ProblemAlert error={look.error} /> : null}
            </div>
          </>
        ) : null}
        <TextField
          required
          label={t('sources.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={Boolean(errors['name'])}
          helperText={errors['name']}
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
        {read ? (
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
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}

const EMPTY: ConnectForm = { watches: [], fields: [], everySeconds: 300 };
