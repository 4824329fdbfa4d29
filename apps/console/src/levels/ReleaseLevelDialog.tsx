import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type LevelDetail, readTimeline, readTopicLevel, releaseTopicLevel } from '#contract/levels';
import type { Realm } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { LEVEL_CODES, levelNumber } from '../theme/levels.js';

interface ReleaseLevelDialogProps {
  detail: LevelDetail;
  realm: Realm;
  onClose: () => void;
}

/** Ends a level that was set by hand before its time. */
export function ReleaseLevelDialog({ detail, realm, onClose }: ReleaseLevelDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const release = useChange(releaseTopicLevel, {
    touches: [readTopicLevel, readTimeline],
    onDone: () => {
      notify({ text: t('levels.dialog.releaseDone') });
      onClose();
    },
  });
  const automatic = levelNumber(detail.standing?.automaticLevel ?? 0);
  return (
    <ConfirmDialog
      open
      title={t('levels.dialog.releaseTitle')}
      confirm={t('levels.dialog.releaseConfirm')}
      busy={release.isPending}
      error={release.error}
      onClose={onClose}
      onConfirm={() => release.mutate({ params: { topicId: detail.topic.id }, query: { realm } })}
    >
      <Typography variant="body2">
        {t('levels.dialog.releaseText', { level: t(`vocabulary.level.${LEVEL_CODES[automatic]}`) })}
      </Typography>
    </ConfirmDialog>
  );
}
