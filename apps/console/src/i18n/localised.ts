import { useTranslation } from 'react-i18next';
import { frenchSpaces } from '#platform/typography';

/** Text that the data itself carries in several languages. */
export type Localised = Readonly<Record<'fr' | 'en', string>>;

/** The text in the language given, else in one that is there; as it was written, for what is stored or compared. */
export function localised(text: Localised, language: string): string {
  const wanted = language === 'fr' ? text.fr : text.en;
  return wanted || text.fr || text.en;
}

/** `const say = useLocalised(); say(department.name)`; for the eye: French gets the spaces that no line breaks at. */
export function useLocalised(): (text: Localised) => string {
  const { i18n } = useTranslation();
  return (text) => {
    const said = localised(text, i18n.language);
    return said === text.fr ? frenchSpaces(said) : said;
  };
}
