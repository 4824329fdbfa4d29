import { useTranslation } from 'react-i18next';

/** Text that the data itself carries in several languages. */
export type Localised = Readonly<Record<'fr' | 'en', string>>;

/** The text in the language given, else in one that is there. */
export function localised(text: Localised, language: string): string {
  const wanted = language === 'fr' ? text.fr : text.en;
  return wanted || text.fr || text.en;
}

/** `const say = useLocalised(); say(department.name)` */
export function useLocalised(): (text: Localised) => string {
  const { i18n } = useTranslation();
  return (text) => localised(text, i18n.language);
}
