import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Quoted } from '../shared/Quoted.js';

interface EditedWarningProps {
  /** What the post says now. */
  text: string;
  /** Null while the newest words are still being fetched. */
  onRead: (() => void) | null;
}

/** The author changed the post since it was opened: nothing is published under words that nobody has read. */
export function EditedWarning({ text, onRead }: EditedWarningProps) {
  const { t } = useTranslation();
  return (
    <Alert severity="warning" role="alert">
      {t('reply.editedWarning')}
      <Quoted text={text} />
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        disabled={onRead === null}
        onClick={() => onRead?.()}
      >
        {t('reply.haveRead')}
      </Button>
    </Alert>
  );
}
