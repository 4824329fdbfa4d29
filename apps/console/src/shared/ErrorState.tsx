import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../i18n/problem-text.js';
import { FieldsAtFault } from './FieldsAtFault.js';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  /** It stands for the whole page, whose title could not be read either. */
  whole?: boolean;
}

/** Something could not be read: why, and a way to try again. */
export function ErrorState({ error, onRetry, whole = false }: ErrorStateProps) {
  const { t } = useTranslation();
  const { ofError } = useProblemText();
  return (
    <Alert
      severity="error"
      sx={{ m: 2 }}
      action={
        onRetry ? (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        ) : undefined
      }
    >
      <AlertTitle {...(whole ? { component: 'h1' } : {})}>{t('errors.title')}</AlertTitle>
      {ofError(error)}
      <FieldsAtFault error={error} />
    </Alert>
  );
}
