import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeInvitationPolicy,
  type InvitationPolicy,
  listColleagues,
  readInvitationPolicy,
} from '#contract/colleagues';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { LEVEL_CODES, LEVEL_NUMBERS } from '../theme/levels.js';
import { DepartmentPicker } from './DepartmentPicker.js';
import { usePolicyText } from './use-policy-text.js';

/** When colleagues may answer: read by everybody, set by those who may. */
export function PolicyDialog({ onClose }: { onClose: () => void }) {
  const policy = useEndpoint(readInvitationPolicy, {}).data;
  return policy ? <PolicyForm key={policy.version} stored={policy} onClose={onClose} /> : null;
}

function PolicyForm({ stored, onClose }: { stored: InvitationPolicy; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const editable = useMay()('replies.govern');
  const [levelMax, setLevelMax] = useState(stored.levelMax);
  const [departmentIds, setDepartmentIds] = useState<string[]>(stored.departmentIds);
  const [confirm, setConfirm] = useState(stored.confirm);
  const [reason, setReason] = useState('');
  const change = useChange(changeInvitationPolicy, {
    touches: [readInvitationPolicy, listColleagues],
    onDone: () => {
      notify({ text: t('colleagues.policySaved') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('colleagues.policyTitle')}
      confirm={t('common.save')}
      busy={change.isPending}
      disabled={!editable || reason.trim() === ''}
      error={change.error}
      onConfirm={() =>
        change.mutate({ body: { version: stored.version, levelMax, departmentIds, confirm, reason } })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        {editable ? null : <Alert severity="info">{t('colleagues.policyReadOnly')}</Alert>}
        <TextField
          select
          disabled={!editable}
          label={t('colleagues.policyLevel')}
          value={levelMax}
          onChange={({ target }) => setLevelMax(Number(target.value))}
        >
          {LEVEL_NUMBERS.map((level) => (
            <MenuItem key={level} value={level}>
              {level} – {t(`vocabulary.level.${LEVEL_CODES[level]}`)}
            </MenuItem>
          ))}
        </TextField>
        <DepartmentPicker
          disabled={!editable}
          label={t('colleagues.policyDepartments')}
          value={departmentIds}
          onChange={setDepartmentIds}
        />
        <FormControlLabel
          control={
            <Switch checked={confirm} disabled={!editable} onChange={(_, checked) => setConfirm(checked)} />
          }
          label={t('colleagues.policyConfirm')}
        />
        {editable ? (
          <TextField
            required
            label={t('colleagues.policyReason')}
            value={reason}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            onChange={({ target }) => setReason(target.value)}
          />
        ) : null}
        <Versions versions={stored.versions} />
      </Stack>
    </ConfirmDialog>
  );
}

function Versions({ versions }: Pick<InvitationPolicy, 'versions'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const policyText = usePolicyText();
  if (versions.length === 0) return null;
  return (
    <Box>
      <Typography variant="body2" component="h3" sx={{ fontWeight: 650 }}>
        {t('colleagues.policyVersions')}
      </Typography>
      {versions.map(({ version, at, by, reason, ...rules }) => (
        <Typography key={version} variant="caption" component="p">
          {t('colleagues.policyVersion', {
            version,
            when: format.dateTime(at),
            name: by?.name ?? '–',
            rules: policyText(rules),
            reason,
          })}
        </Typography>
      ))}
    </Box>
  );
}
