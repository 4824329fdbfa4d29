import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '#contract/crisis';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

interface MoveDialogProps {
  move: 'conclude' | 'close';
  /** What is still missing; while anything is, there is nothing to confirm. */
  obstacles: IncidentDetail['obstacles'];
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

export function MoveDialog({ move, obstacles, busy, error, onConfirm, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      open
      title={t(`incidents.move.${move}`)}
      confirm={t(`incidents.move.${move}`)}
      busy={busy}
      disabled={obstacles.length > 0}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Typography variant="body2">{t(`incidents.moveText.${move}`)}</Typography>
      {obstacles.length > 0 ? (
        <Alert severity="warning" sx={{ mt: 2 }}>
          <AlertTitle>{t('incidents.obstacles')}</AlertTitle>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{t(`incidents.obstacle.${obstacle}`)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </ConfirmDialog>
  );
}
