import NowhereIcon from '@mui/icons-material/ExploreOff';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../shared/EmptyState.js';
import { usePageTitle } from '../shared/use-page-title.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.notFoundTitle'));
  return (
    <EmptyState
      whole
      icon={<NowhereIcon fontSize="inherit" />}
      title={t('shell.notFoundTitle')}
      text={t('shell.notFoundText')}
      action={
        <Button component={Link} to="/" variant="outlined">
          {t('shell.toStart')}
        </Button>
      }
    />
  );
}
