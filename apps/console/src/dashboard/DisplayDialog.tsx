import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createDisplay, listDisplays } from '#contract/dashboard';
import type { Locale, Realm } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { languageName } from '../i18n/languages.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { TopicField } from '../topics/TopicField.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { SecretLinkDialog } from '../shared/SecretLinkDialog.js';
import { useRealm } from '../shell/realm.js';

export interface DisplayAddress {
  name: string;
  path: string;
}

const DAYS = [1, 7, 30, 90, 365];
const LOCALES: readonly Locale[] = ['fr', 'en'];
const REALMS: readonly Realm[] = ['live', 'training'];

/** Opens a wall screen. */
export function DisplayDialog({
  onMade,
  onClose,
}: {
  onMade: (address: DisplayAddress) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const shown = useRealm();
  const [name, setName] = useState('');
  const [realm, setRealm] = useState<Realm>(shown.realm);
  const [topicId, setTopicId] = useState<string>();
  const [locale, setLocale] = useState<Locale>(i18n.language === 'fr' ? 'fr' : 'en');
  const [days, setDays] = useState(30);
  const create = useChange(createDisplay, {
    touches: [listDisplays],
    onDone: ({ display, path }) => onMade({ name: display.name, path }),
  });
  const errors = useFieldErrors(create.error);
  return (
    <ConfirmDialog
      open
      title={t('displays.create')}
      confirm={t('displays.create')}
      busy={create.isPending}
      onConfirm={() => create.mutate({ body: { name, realm, topicId: topicId ?? null, locale, days } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          autoFocus
          required
          label={t('displays.name')}
          helperText={errors['name'] ?? t('displays.nameHint')}
          error={errors['name'] !== undefined}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          select
          label={t('shell.realm')}
          value={realm}
          onChange={({ target }) => setRealm(REALMS.find((one) => one === target.value) ?? 'live')}
        >
          <MenuItem value="live">{t('shell.realmLive')}</MenuItem>
          <MenuItem value="training">{t('shell.realmTraining')}</MenuItem>
        </TextField>
        <TopicField
          label={t('displays.scope')}
          none={t('dashboard.allTopics')}
          value={topicId}
          onChoose={setTopicId}
        />
        <TextField
          select
          label={t('displays.language')}
          value={locale}
          onChange={({ target }) => setLocale(LOCALES.find((one) => one === target.value) ?? 'en')}
        >
          {LOCALES.map((one) => (
            <MenuItem key={one} value={one}>
              {languageName(one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('displays.days')}
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          {DAYS.map((count) => (
            <MenuItem key={count} value={count}>
              {t('displays.daysCount', { count })}
            </MenuItem>
          ))}
        </TextField>
        <ProblemAlert error={create.error} shownFields={['name']} />
      </Stack>
    </ConfirmDialog>
  );
}

/** The secret address, once. */
export function DisplayLink({ address, onClose }: { address: DisplayAddress; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SecretLinkDialog
      title={t('displays.linkTitle', { name: address.name })}
      text={t('displays.linkText')}
      label={t('displays.link')}
      path={address.path}
      onClose={onClose}
    />
  );
}
