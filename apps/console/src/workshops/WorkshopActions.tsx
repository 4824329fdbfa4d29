import RoomIcon from '@mui/icons-material/CoPresent';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { downloadWorkshopReport, moveWorkshopOn, type WorkshopDetail } from '#contract/workshops';
import { requestUrl } from '../api/request-url.js';
import { useChange } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { TOUCHED } from './touched.js';

/** What one can do with a workshop outside its room. */
export function WorkshopActions({ workshop }: { workshop: WorkshopDetail }) {
  const { t, i18n } = useTranslation();
  const runs = useMay()('workshops.run');
  const [cancelling, setCancelling] = useState(false);
  const cancel = useChange(moveWorkshopOn, { touches: TOUCHED, onDone: () => setCancelling(false) });
  const { id, state } = workshop;
  const params = { workshopId: id };
  const language = i18n.language === 'fr' ? 'fr' : 'en';
  const report = (format: 'pdf' | 'docx') =>
    requestUrl(downloadWorkshopReport.path, params, { format, language });
  const over = state === 'closed' || state === 'cancelled';
  return (
    <>
      {state === 'cancelled' ? null : (
        <Button
          component={RouterLink}
          to={`/workshops/${id}/room`}
          variant={over ? 'outlined' : 'contained'}
          startIcon={<RoomIcon />}
        >
          {t(over ? 'workshops.board.open' : 'workshops.toRoom')}
        </Button>
      )}
      {runs && !over ? (
        <Button component={RouterLink} to={`/workshops/${id}?edit`} variant="outlined">
          {t('workshops.edit')}
        </Button>
      ) : null}
      {workshop.runs.length > 0 ? (
        <>
          <Button variant="outlined" href={report('pdf')} download>
            {t('workshops.reportPdf')}
          </Button>
          <Button variant="outlined" href={report('docx')} download>
            {t('workshops.reportDocx')}
          </Button>
        </>
      ) : null}
      {runs ? (
        <Button component={RouterLink} to={`/workshops/new?from=${id}`}>
          {t('workshops.another')}
        </Button>
      ) : null}
      {runs && (state === 'draft' || state === 'open') ? (
        <Button color="error" onClick={() => setCancelling(true)}>
          {t('workshops.move.cancel')}
        </Button>
      ) : null}
      <ConfirmDialog
        open={cancelling}
        title={t('workshops.move.cancelTitle')}
        confirm={t('workshops.move.cancel')}
        colour="error"
        busy={cancel.isPending}
        error={cancel.error}
        onConfirm={() => cancel.mutate({ params, body: { move: 'cancel' } })}
        onClose={() => setCancelling(false)}
      >
        <Typography variant="body2">{t('workshops.move.cancelText')}</Typography>
      </ConfirmDialog>
    </>
  );
}
