import Typography from '@mui/material/Typography';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

interface UnsavedGuardProps {
  unsaved: boolean;
  /** Set just before the page itself goes on, with everything saved. */
  leaving: RefObject<boolean>;
}

/** Asks before what was written is lost, inside the console and when the page is closed. */
export function UnsavedGuard({ unsaved, leaving }: UnsavedGuardProps) {
  const { t } = useTranslation();
  const blocker = useBlocker(() => unsaved && !leaving.current);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={t('answers.leaveTitle')}
      confirm={t('answers.leave')}
      colour="error"
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      <Typography variant="body2">{t('answers.leaveText')}</Typography>
    </ConfirmDialog>
  );
}
