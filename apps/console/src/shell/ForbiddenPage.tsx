import LockIcon from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../shared/EmptyState.js';
import { usePageTitle } from '../shared/use-page-title.js';

export function ForbiddenPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.forbiddenTitle'));
  return (
    <EmptyState
      whole
      icon={<LockIcon fontSize="inherit" />}
      title={t('shell.forbiddenTitle')}
      text={t('shell.forbiddenText')}
      action={
        <Button component={Link} to="/" variant="outlined">
          {t('shell.toStart')}
        </Button>
      }
    />
  );
}
