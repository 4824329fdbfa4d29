import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

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
      <Typography
        component="blockquote"
        variant="body2"
        sx={{
          mx: 0,
          my: 1,
          paddingInlineStart: 1.5,
          borderInlineStart: 3,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Typography>
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
