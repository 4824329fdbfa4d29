import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { MentionDetail } from '#contract/mentions';
import { useFormat } from '../i18n/format.js';

/** Says that the author changed the post, and what it said before. */
export function EditedNote({ edits }: { edits: MentionDetail['edits'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [newest] = edits;
  if (!newest) return null;
  return (
    <Alert severity="info">
      {t('inbox.edited', { when: format.dateTime(newest.editedAt) })}
      <Box component="details" sx={{ mt: 0.5 }}>
        <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
          {t('inbox.editedBefore')}
        </Box>
        {edits.map(({ editedAt, textBefore }, index) => (
          <Typography
            key={index}
            variant="body2"
            sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            <strong>{t('inbox.editedUntil', { when: format.dateTime(editedAt) })}</strong> {textBefore}
          </Typography>
        ))}
      </Box>
    </Alert>
  );
}
