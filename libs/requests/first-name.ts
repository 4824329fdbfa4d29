import { checkValue } from '#rules/answers';

/**
 * The first name that an author's name begins with, where it looks like one: two words of letters or one, the first with
 * a capital and no more. Only ever a proposal for a person to check.
 */
export function firstNameOf(authorName: string | null): string | null {
  const words = (authorName ?? '').normalize('NFC').trim().split(/\s+/u);
  const [first = ''] = words;
  if (words.length > 3 || !/^\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]\p{Lu}[\p{Ll}\p{M}]+)*$/u.test(first)) return null;
  if (NO_NAMES.has(first.toLowerCase())) return null;
  const checked = checkValue({ type: 'first_name' }, first, 'en');
  return 'problem' in checked ? null : checked.value;
}

/** What names of media, groups and offices begin with. */
const NO_NAMES = new Set(
  'le la les un une des the a an radio journal collectif association groupe team ville mairie news info'.split(
    ' ',
  ),
);
