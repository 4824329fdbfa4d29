import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage } from './choose-language.js';
import type { Messages } from './messages.js';
import { withPluralForms } from './plural-forms.js';

/** Every `xx.ts` beside this file is a language of the interface. */
const files = import.meta.glob<{ messages: Messages }>('./[a-z][a-z].ts');
const STORAGE_KEY = 'passerelle.language';

export const LANGUAGES: readonly string[] = Object.keys(files)
  .map((path) => path.slice('./'.length, -'.ts'.length))
  .sort();

/** A language's name in that language, with a capital: Français, English. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'dev',
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await setLanguage(chooseLanguage(LANGUAGES, localStorage.getItem(STORAGE_KEY), navigator.languages));
}

/** Loads the language if need be, shows it and remembers it in this browser. */
export async function setLanguage(code: string): Promise<void> {
  const load = files[`./${code}.ts`];
  if (!load) return;
  if (!i18next.hasResourceBundle(code, 'translation')) {
    i18next.addResourceBundle(code, 'translation', withPluralForms((await load()).messages, code));
  }
  await i18next.changeLanguage(code);
  document.documentElement.lang = code;
  localStorage.setItem(STORAGE_KEY, code);
}
