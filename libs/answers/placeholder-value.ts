import type { Locale } from '#platform/contract';
import type { Placeholder } from './contract.js';

/** A value as it is kept and as it stands in the text, or why it is none, in plain English. */
export type CheckedValue = { value: string; printed: string } | { problem: string };

/** Checks a value against its type. No type lets free text through: that is what keeps rule 1 true. */
export function checkValue(
  placeholder: Pick<Placeholder, 'type' | 'allowedDomains'>,
  given: string,
  language: Locale,
): CheckedValue {
  const value = given.normalize('NFC').trim();
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(value)) {
    return { problem: 'contains a line break or a character that does not show' };
  }
  switch (placeholder.type) {
    case 'first_name':
      return firstName(value);
    case 'link':
      return link(value, placeholder.allowedDomains ?? []);
    case 'phone':
      return phone(value);
    case 'reference':
      return reference(value);
    case 'date':
      return date(value, language);
  }
}

/** The shortest value of its type, for the shortest text a variant can become. */
export function shortestValue(placeholder: Pick<Placeholder, 'type' | 'allowedDomains'>): string {
  switch (placeholder.type) {
    case 'first_name':
      return 'A';
    case 'link': {
      const shortest = [...(placeholder.allowedDomains ?? [])].sort((a, b) => a.length - b.length)[0];
      return `https://${shortest ?? 'a.fr'}/`;
    }
    case 'phone':
      return '112';
    case 'reference':
      return '1';
    case 'date':
      return '2025-05-02';
  }
}

/** A host name of at least two labels, in ASCII: a bare top-level domain would allow everything below it. */
export function isDomain(text: string): boolean {
  return (
    text.length <= 120 &&
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text)
  );
}

const FIRST_NAME_LENGTH = 30;
const FIRST_NAME_PARTS = 3;

function firstName(value: string): CheckedValue {
  if (value.length > FIRST_NAME_LENGTH) {
    return { problem: `is longer than a first name (at most ${FIRST_NAME_LENGTH} characters)` };
  }
  const letters = String.raw`\p{L}(?:\p{L}|\p{M}{1,3})*`;
  const part = `${letters}(?:[-'’]${letters})*`;
  if (!new RegExp(`^${part}(?: ${part})*$`, 'u').test(value) || /\p{M}{4}/u.test(value)) {
    return { problem: 'is not a first name: letters, hyphens and apostrophes only' };
  }
  if (value.split(' ').length > FIRST_NAME_PARTS) {
    return { problem: `is not a first name: at most ${FIRST_NAME_PARTS} words` };
  }
  return { value, printed: value };
}

function link(value: string, allowedDomains: readonly string[]): CheckedValue {
  if (value.length > 300) return { problem: 'is longer than 300 characters' };
  if (/[\s\\{}<>"|^`]/u.test(value) || !URL.canParse(value)) return { problem: 'is not a link' };
  const url = new URL(value);
  if (url.protocol !== 'https:') return { problem: 'is not a link that begins with https://' };
  if (url.username || url.password || url.port) return { problem: 'has a user name or a port in it' };
  const host = url.hostname;
  const allowed =
    isDomain(host) && allowedDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  if (!allowed) return { problem: `leads to ${host}; allowed: ${allowedDomains.join(', ') || 'nothing'}` };
  // What was checked is what leaves: the address as it was understood, not as it was typed.
  return { value: url.href, printed: url.href };
}

function phone(value: string): CheckedValue {
  const digits = value.replace(/\D/g, '').length;
  if (!/^\+?[0-9(][0-9 ().\u00a0\u202f-]*$/.test(value) || digits < 3 || digits > 15 || value.length > 25) {
    return { problem: 'is not a phone number: 3 to 15 digits, with +, spaces, dots or hyphens' };
  }
  return { value, printed: value };
}

function reference(value: string): CheckedValue {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9_/-]{0,28}[A-Za-z0-9])?$/.test(value) || !/\d/.test(value)) {
    return { problem: 'is not a reference: up to 30 letters, digits, -, _ and /, with at least one digit' };
  }
  if (/[A-Za-z]{9}/.test(value) || (value.match(/[A-Za-z]{2,}/g)?.length ?? 0) > 3) {
    return { problem: 'reads like words, not like a reference' };
  }
  return { value, printed: value };
}

const MONTHS: Record<Locale, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Month names are our own: the text must come out the same on every version of every runtime. */
function date(value: string, language: Locale): CheckedValue {
  const problem = 'is not a date written as 2025-12-31';
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return { problem };
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return { problem };
  const name = MONTHS[language][month - 1] ?? '';
  const number = language === 'fr' && day === 1 ? '1er' : String(day);
  return { value, printed: `${number} ${name} ${year}` };
}
