import { useTranslation } from 'react-i18next';
import type { CorrectedField } from '#contract/mentions';
import { useFormat } from '../i18n/format.js';
import { useReasonText } from '../inbox/use-reason-text.js';

/** The words for a value of a field that people correct. */
export function useValueName(field: CorrectedField): (value: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const { word } = useReasonText();
  return (value) => {
    if (field === 'level') return t('corrections.level', { level: value });
    if (field === 'language')
      return value === 'und' ? t('vocabulary.languageUnknown') : format.languageName(value);
    return word(field, value);
  };
}
