/** What ends the key of a plural form: `mentions_one`, `mentions_other`. */
const FORM = /^(.+)_(zero|one|two|few|many|other)$/;

/**
 * The words with every plural form of the language: one that a text does not write out reads like `_other`, as French
 * `_many` (“1 000 000 mentions”) mostly does. A form that is missing would show the key itself.
 */
export function withPluralForms(words: Readonly<Record<string, unknown>>, language: string): object {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) => {
      if (typeof value === 'object' && value !== null)
        return [[key, withPluralForms(value as Readonly<Record<string, unknown>>, language)]];
      const base = FORM.exec(key)?.[2] === 'other' ? FORM.exec(key)?.[1] : undefined;
      const missing = forms.filter((form) => base !== undefined && !(`${base}_${form}` in words));
      return [[key, value], ...missing.map((form) => [`${base ?? ''}_${form}`, value])];
    }),
  );
}
