import BrokenIcon from '@mui/icons-material/HeartBroken';
import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { EmptyState } from '../shared/EmptyState.js';

/** Shown in place of a page whose code failed, or could not be loaded (a new version was installed meanwhile). */
export function BrokenPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <EmptyState
      whole
      icon={<BrokenIcon fontSize="inherit" />}
      title={t('shell.brokenTitle')}
      text={t('shell.brokenText')}
      action={
        <Button variant="outlined" onClick={() => location.reload()}>
          {t('shell.reload')}
        </Button>
      }
    />
  );
}
