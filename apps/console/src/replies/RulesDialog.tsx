import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeReplyRules, readReplyRules, type ReplyRules } from '#contract/replies';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

const LEVELS = ['calm', 'watch', 'alert', 'crisis', 'major'] as const;

/** When a reply needs a second person. */
export function RulesDialog({ onClose }: { onClose: () => void }) {
  const rules = useEndpoint(readReplyRules, {});
  return rules.data ? <RulesForm rules={rules.data} onClose={onClose} /> : null;
}

function RulesForm({ rules, onClose }: { rules: ReplyRules; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [level, setLevel] = useState(rules.secondFromLevel);
  const [sensitive, setSensitive] = useState(rules.secondAtHighSensitivity);
  const change = useChange(changeReplyRules, { touches: [readReplyRules], onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('replies.rulesTitle')}
      confirm={t('common.save')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() =>
        change.mutate({ body: { secondFromLevel: level, secondAtHighSensitivity: sensitive } })
      }
      onClose={onClose}
    >
      <Typography variant="body2">{t('replies.rulesText')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
        <TextField
          select
          fullWidth
          label={t('replies.rulesLevel')}
          value={level === null ? 'never' : String(level)}
          onChange={({ target }) => setLevel(target.value === 'never' ? null : Number(target.value))}
        >
          {LEVELS.map((name, index) => (
            <MenuItem key={name} value={String(index)}>
              {t('replies.rulesFrom', { level: index, name: t(`vocabulary.level.${name}`) })}
            </MenuItem>
          ))}
          <MenuItem value="never">{t('replies.rulesNever')}</MenuItem>
        </TextField>
        <FormControlLabel
          control={<Switch checked={sensitive} onChange={(_, on) => setSensitive(on)} />}
          label={t('replies.rulesSensitive')}
        />
        {rules.by ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('replies.rulesBy', { name: rules.by.name, when: format.dateTime(rules.at) })}
          </Typography>
        ) : null}
      </Box>
    </ConfirmDialog>
  );
}
