import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSource, type ConnectForm, listSources, type Source } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { adjustableOf, changedSettings, type Draft, isCredential, requestOf } from './connect-draft.js';
import { ConnectFields } from './ConnectFields.js';

interface ChangeSourceDialogProps {
  source: Source;
  /** How its network is connected; null where that is not for people to do. */
  form: ConnectForm | null;
  onClose: () => void;
}

/** A name, an interval, what its network lets be changed later, and new access where one is needed. */
export function ChangeSourceDialog({ source, form, onClose }: ChangeSourceDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [name, setName] = useState(source.name);
  const [minutes, setMinutes] = useState(String(source.pullEverySeconds / 60));
  const adjustable = adjustableOf(form ?? NO_FORM, source.settings);
  const [draft, setDraft] = useState<Draft>(adjustable.draft);
  const secrets = form?.fields.filter(isCredential) ?? [];
  const change = useChange(changeSource, {
    touches: [listSources],
    onDone: (saved) => {
      notify({ text: t('sources.saved', { name: saved.name }) });
      onClose();
    },
  });
  const errors = useFieldErrors(change.error);
  const settings = changedSettings(adjustable.draft, draft);
  const { credentials } = requestOf({ watches: [], everySeconds: 0, fields: secrets }, '', draft);
  return (
    <ConfirmDialog
      open
      title={t('sources.changeOf', { name: source.name })}
      confirm={t('common.save')}
      busy={change.isPending}
      disabled={name.trim() === '' || !(Number(minutes) > 0)}
      error={change.error}
      onConfirm={() =>
        change.mutate({
          params: { sourceId: source.id },
          body: {
            name,
            pullEverySeconds: Math.round(Number(minutes) * 60),
            ...(form && Object.keys(credentials).length > 0 ? { credentials } : {}),
            ...(Object.keys(settings).length > 0 ? { settings } : {}),
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          required
          autoFocus
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
        <ConnectFields
          network={source.network}
          fields={adjustable.fields}
          watch={String(source.settings['watch'] ?? '')}
          draft={draft}
          errors={errors}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <ConnectFields
          network={source.network}
          fields={secrets}
          watch=""
          draft={draft}
          errors={errors}
          keepsSecrets
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
      </Stack>
    </ConfirmDialog>
  );
}

const NO_FORM: ConnectForm = { watches: [], fields: [], everySeconds: 300 };
