import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';

/** What an answer says must not be said beside it; nothing where it says nothing. */
export function DoNotSay({ text }: { text: string }) {
  const { t } = useTranslation();
  if (!text) return null;
  return (
    <Alert severity="error" variant="outlined">
      <strong>{t('reply.doNotSay')}</strong> {text}
    </Alert>
  );
}
