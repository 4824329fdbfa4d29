import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { harvestAnswer, type Item } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { DepartmentChoice } from './DepartmentChoice.js';
import { TOUCHED } from './touched.js';

/** Begins a draft in the library: its question is the item; nothing of it is approved. */
export function DraftDialog({
  workshopId,
  item,
  onClose,
}: {
  workshopId: string;
  item: Item;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const harvest = useChange(harvestAnswer, {
    touches: TOUCHED,
    onDone: ({ answerId }) => {
      onClose();
      notify({
        text: t('workshops.harvest.drafted'),
        action: { label: t('workshops.harvest.open'), run: () => void navigate(`/library/${answerId}?edit`) },
      });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('workshops.harvest.toAnswer')}
      confirm={t('workshops.harvest.draft')}
      busy={harvest.isPending}
      disabled={chosen.length === 0}
      error={harvest.error}
      onConfirm={() =>
        harvest.mutate({ params: { workshopId }, body: { itemId: item.id, departmentIds: [...chosen] } })
      }
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
        {t('workshops.harvest.answerText', { text: item.text })}
      </Typography>
      <DepartmentChoice chosen={chosen} onChange={setChosen} />
    </ConfirmDialog>
  );
}
