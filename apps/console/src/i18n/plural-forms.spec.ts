import { describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { messages as english } from './en.js';
import { messages as french } from './fr.js';
import { withPluralForms } from './plural-forms.js';

const LANGUAGES = [
  { language: 'en', messages: english, written: ['one', 'other'] },
  { language: 'fr', messages: french, written: ['one', 'other'] },
] as const;

/** Every text with its path. */
function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value as object, `${path}${key}.`),
  );
}

describe.each(LANGUAGES)('counts in $language', ({ language, messages, written }) => {
  const texts = new Map(leaves(messages));
  const form = /_(one|many|other)$/;

  it('stand in texts that have a form for one and a form for several', () => {
    const without = [...texts].filter(([key, text]) => text.includes('{{count}}') && !form.test(key));
    expect(without).toEqual([]);
  });

  it('have all their forms', () => {
    const counted = [...texts.keys()].filter((key) => form.test(key)).map((key) => key.replace(form, ''));
    const missing = counted.flatMap((key) =>
      written.map((one) => `${key}_${one}`).filter((one) => !texts.has(one)),
    );
    expect(missing).toEqual([]);
  });

  it('are said in words whatever their number', async () => {
    const instance = i18next.createInstance();
    const resources = { [language]: { translation: withPluralForms(messages, language) } };
    await instance.init({ lng: language, resources: resources as never });
    const others = [...texts.keys()].filter((key) => key.endsWith('_other'));
    const bare = others.flatMap((key) =>
      [0, 1, 1.5, 2, 1_000_000]
        .map((count) => ({ count, said: instance.t(key.replace(form, '') as never, { count }) as string }))
        .filter(({ said }) => said === key.replace(form, '')),
    );
    expect(bare).toEqual([]);
  });
});

describe('a plural form that is not written out', () => {
  it('reads like the general one, and one that is written stays', () => {
    const words = { a_one: 'x', a_other: 'y', deep: { b_one: 'x', b_many: 'm', b_other: 'y' }, c: 'z' };
    expect(withPluralForms(words, 'fr')).toEqual({
      a_one: 'x',
      a_many: 'y',
      a_other: 'y',
      deep: { b_one: 'x', b_many: 'm', b_other: 'y' },
      c: 'z',
    });
    expect(withPluralForms(words, 'en')).toEqual(words);
  });
});
