import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.js';

/** Language of a text; one that could not be told is marked as such. */
export function LanguageTag({ language, known }: { language: string; known: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Typography variant="caption" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {known ? format.languageName(language) : t('vocabulary.languageUnknown')}
    </Typography>
  );
}
