import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freezeReplies, listFreezes, listReplies } from '#contract/replies';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useRealm } from '../shell/realm.js';
import { TopicField } from '../topics/TopicField.js';

/** Holds all replies of the realm, or of one topic, with a reason. */
export function FreezeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const [reason, setReason] = useState('');
  const [topicId, setTopicId] = useState<string>();
  const freeze = useChange(freezeReplies, { touches: [listFreezes, listReplies], onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('replies.freezeTitle')}
      confirm={t('replies.freeze')}
      colour="warning"
      busy={freeze.isPending}
      disabled={reason.trim() === ''}
      error={freeze.error}
      onConfirm={() => freeze.mutate({ body: { realm, topicId: topicId ?? null, reason: reason.trim() } })}
      onClose={onClose}
    >
      <Typography variant="body2">{t('replies.freezeText')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
        <TextField
          autoFocus
          fullWidth
          label={t('reply.reason')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
        <TopicField
          label={t('replies.freezeWhat')}
          none={t('replies.freezeEverything')}
          value={topicId}
          onChoose={setTopicId}
        />
      </Box>
    </ConfirmDialog>
  );
}
