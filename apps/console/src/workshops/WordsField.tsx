import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { Locale } from '#platform/contract';

export type Words = Readonly<Record<Locale, string>>;

interface WordsFieldProps {
  label: string;
  words: Words;
  language: Locale;
  most: number;
  multiline?: boolean;
  required?: boolean;
  error?: string | undefined;
  onChange: (words: { fr: string; en: string }) => void;
}

/** Text in the language that is being written; where it is empty, it says what stands in the other. */
export function WordsField({
  label,
  words,
  language,
  most,
  multiline = false,
  required = false,
  error,
  onChange,
}: WordsFieldProps) {
  const { t } = useTranslation();
  const other = words[language === 'fr' ? 'en' : 'fr'];
  const shown =
    words[language] === '' && other !== '' ? t('workshops.method.shownInstead', { text: other }) : '';
  return (
    <TextField
      fullWidth
      multiline={multiline}
      required={required}
      label={label}
      value={words[language]}
      error={error !== undefined}
      helperText={error ?? (shown === '' ? undefined : shown)}
      onChange={({ target }) => onChange({ ...words, [language]: target.value })}
      slotProps={{ htmlInput: { maxLength: most, lang: language } }}
    />
  );
}
