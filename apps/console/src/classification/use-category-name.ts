import { useTranslation } from 'react-i18next';

/** The name of a category of the lexicon: a harm, or a signal. */
export function useCategoryName(): (category: string) => string {
  const { t, i18n } = useTranslation();
  return (category) => {
    for (const key of [`vocabulary.harm.${category}`, `classification.signal.${category}`]) {
      if (i18n.exists(key)) return String(t(key as 'classification.title'));
    }
    return category;
  };
}
