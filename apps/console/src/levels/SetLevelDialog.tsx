import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LevelDetail, readTimeline, readTopicLevel, setTopicLevel } from '#contract/levels';
import type { Realm } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { LEVEL_CODES, LEVEL_NUMBERS, LEVEL_SHAPES, levelNumber } from '../theme/levels.js';

interface SetLevelDialogProps {
  detail: LevelDetail;
  realm: Realm;
  onClose: () => void;
}

const HOURS = [1, 4, 8, 24, 72, 168] as const;

/** Sets the level of a topic by hand: which, for how long, and why. */
export function SetLevelDialog({ detail, realm, onClose }: SetLevelDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [level, setLevel] = useState(detail.level);
  const [hours, setHours] = useState<number>(4);
  const [reason, setReason] = useState('');
  const set = useChange(setTopicLevel, {
    touches: [readTopicLevel, readTimeline],
    onDone: () => {
      notify({ text: t('levels.dialog.setDone') });
      onClose();
    },
  });
  const errors = useFieldErrors(set.error);
  return (
    <ConfirmDialog
      open
      title={t('levels.dialog.setTitle', { name: detail.topic.name })}
      confirm={t('levels.dialog.setConfirm')}
      busy={set.isPending}
      disabled={reason.trim() === ''}
      error={set.error}
      onClose={onClose}
      onConfirm={() =>
        set.mutate({
          params: { topicId: detail.topic.id },
          body: { realm, level, until: new Date(Date.now() + hours * 3_600_000).toISOString(), reason },
        })
      }
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          select
          label={t('levels.dialog.level')}
          value={level}
          onChange={({ target }) => setLevel(levelNumber(Number(target.value)))}
        >
          {LEVEL_NUMBERS.map((number) => (
            <MenuItem key={number} value={number}>
              <Box component="span" aria-hidden="true" sx={{ mr: 1 }}>
                {LEVEL_SHAPES[number]}
              </Box>
              {t(`vocabulary.level.${LEVEL_CODES[number]}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('levels.dialog.for')}
          value={hours}
          error={Boolean(errors['until'])}
          helperText={errors['until']}
          onChange={({ target }) => setHours(Number(target.value))}
        >
          {HOURS.map((count) => (
            <MenuItem key={count} value={count}>
              {count < 48
                ? t('levels.dialog.hours', { count })
                : t('levels.dialog.days', { count: Math.round(count / 24) })}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          required
          multiline
          minRows={2}
          label={t('levels.dialog.reason')}
          helperText={errors['reason'] ?? t('levels.dialog.reasonHint')}
          error={Boolean(errors['reason'])}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
