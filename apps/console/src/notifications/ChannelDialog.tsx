import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeNotificationChannel,
  createNotificationChannel,
  listNotificationChannels,
  type NotificationChannelView,
} from '#contract/notifications';
import { LOCALES } from '#platform/contract';
import { CHANNEL_KINDS, NOTICE_KINDS, type NoticeKind } from '#rules/notifications';
import { useChange } from '../api/use-endpoint.js';
import { languageName } from '../i18n/languages.js';
import { useLocalised } from '../i18n/localised.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useDepartments } from '../shared/DepartmentChips.js';

const EMPTY = {
  kind: 'slack' as NotificationChannelView['kind'],
  name: '',
  departmentId: null as string | null,
  kinds: ['escalation.asked', 'escalation.louder', 'topic.level'] as NoticeKind[],
  minLevel: 0,
  locale: 'fr' as NotificationChannelView['locale'],
  allowPrivateAddress: false,
};
const LEVELS = [0, 1, 2, 3, 4];

/** Connecting a channel, or changing one; what is secret is asked for and never shown again. */
export function ChannelDialog({
  channel,
  onClose,
}: {
  channel: NotificationChannelView | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const say = useLocalised();
  const departments = useDepartments().data?.items ?? [];
  const [given, setGiven] = useState<typeof EMPTY>(channel ?? EMPTY);
  const [address, setAddress] = useState('');
  const [secret, setSecret] = useState('');
  const done = { touches: [listNotificationChannels], onDone: onClose };
  const create = useChange(createNotificationChannel, done);
  const change = useChange(changeNotificationChannel, done);
  const error = create.error ?? change.error;
  const errors = useFieldErrors(error);
  const set = (part: Partial<typeof EMPTY>) => setGiven((before) => ({ ...before, ...part }));
  const secrets = {
    ...(address.trim() ? { address: address.trim() } : {}),
    ...(secret && given.kind === 'webhook' ? { secret } : {}),
  };
  const { name, departmentId, kinds, minLevel, locale, allowPrivateAddress } = given;
  const fields = { name, departmentId, kinds, minLevel, locale, allowPrivateAddress };
  const save = () =>
    channel
      ? change.mutate({ params: { channelId: channel.id }, body: { ...fields, ...secrets } })
      : create.mutate({ body: { kind: given.kind, ...fields, address: address.trim(), ...secrets } });
  return (
    <ConfirmDialog
      open
      title={channel ? t('channels.changeOf', { name: channel.name }) : t('channels.connect')}
      confirm={channel ? t('common.save') : t('channels.connect')}
      busy={create.isPending || change.isPending}
      disabled={name.trim() === '' || kinds.length === 0 || (!channel && address.trim() === '')}
      error={error}
      onConfirm={save}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        {channel ? null : (
          <TextField
            select
            label={t('channels.kindLabel')}
            value={given.kind}
            onChange={({ target }) =>
              set({ kind: CHANNEL_KINDS.find((one) => one === target.value) ?? given.kind })
            }
          >
            {CHANNEL_KINDS.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {t(`channels.kind.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          required
          autoFocus
          label={t('channels.name')}
          value={name}
          onChange={({ target }) => set({ name: target.value })}
          error={Boolean(errors['name'])}
          helperText={errors['name']}
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
        <TextField
          type="url"
          required={!channel}
          label={t('channels.address')}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
          error={Boolean(errors['address'])}
          helperText={errors['address'] ?? t(channel ? 'channels.addressKept' : 'channels.addressHint')}
          slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false, autoComplete: 'off' } }}
        />
        {given.kind === 'webhook' ? (
          <TextField
            type="password"
            required={!channel}
            label={t('channels.secret')}
            value={secret}
            onChange={({ target }) => setSecret(target.value)}
            error={Boolean(errors['secret'])}
            helperText={errors['secret'] ?? t(channel ? 'channels.secretKept' : 'channels.secretHint')}
            slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'new-password' } }}
          />
        ) : null}
        <TextField
          select
          label={t('channels.kindsLabel')}
          value={kinds}
          onChange={({ target }) => set({ kinds: [target.value].flat() as NoticeKind[] })}
          slotProps={{
            select: {
              multiple: true,
              renderValue: (chosen) => t('channels.kinds', { count: (chosen as unknown[]).length }),
            },
          }}
        >
          {NOTICE_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind} dense>
              <Checkbox checked={kinds.includes(kind)} size="small" />
              <ListItemText>{t(`notifications.kinds.${kind}`)}</ListItemText>
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('channels.minLevel')}
          value={minLevel}
          onChange={({ target }) => set({ minLevel: Number(target.value) })}
        >
          {LEVELS.map((level) => (
            <MenuItem key={level} value={level}>
              {level}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('channels.department')}
          helperText={t('channels.departmentHint')}
          value={departmentId ?? ''}
          onChange={({ target }) => set({ departmentId: target.value || null })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('channels.wholeWorkspace')}</MenuItem>
          {departments.map((department) => (
            <MenuItem key={department.id} value={department.id}>
              {say(department.name)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('channels.language')}
          value={locale}
          onChange={({ target }) => set({ locale: LOCALES.find((one) => one === target.value) ?? locale })}
        >
          {LOCALES.map((one) => (
            <MenuItem key={one} value={one} lang={one}>
              {languageName(one)}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          control={
            <Checkbox
              checked={allowPrivateAddress}
              onChange={({ target }) => set({ allowPrivateAddress: target.checked })}
            />
          }
          label={t('channels.private')}
        />
      </Stack>
    </ConfirmDialog>
  );
}
