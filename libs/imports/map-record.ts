import type { IncomingMention } from '#mentions';
import type { Realm } from '#platform/contract';
import type { MappedField, Mapping, ValueSource } from './mapping.js';
import { valueAt } from './value-at.js';

/** One post of a record, or why it cannot be one; `field` is the place in the file. */
export type MappedItem =
  { ok: true; mention: IncomingMention } | { ok: false; field: string | null; reason: string };

/** The posts that a record holds, in its order. */
export function mapRecord(mapping: Mapping, record: unknown, realm: Realm, importId: string): MappedItem[] {
  if (mapping.items === undefined) return [mapItem(mapping, record, record, realm, importId)];
  const items = valueAt(record, mapping.items);
  if (!Array.isArray(items)) return [{ ok: false, field: mapping.items, reason: 'is not a list' }];
  if (items.length === 0) return [{ ok: false, field: mapping.items, reason: 'is an empty list' }];
  return items.map((item: unknown) => mapItem(mapping, record, item, realm, importId));
}

/** The place in the file that fills a field: what a person looks at when the field is at fault. */
export function placeOf(mapping: Mapping, field: string): string {
  const source = mapping.fields[field as MappedField];
  return source === undefined ? field : (pathsOf(source)[0] ?? field);
}

class Unfit extends Error {
  constructor(
    readonly field: MappedField,
    reason: string,
  ) {
    super(reason);
  }
}

function mapItem(
  mapping: Mapping,
  record: unknown,
  item: unknown,
  realm: Realm,
  importId: string,
): MappedItem {
  const read = (field: MappedField) => {
    const source = mapping.fields[field];
    return source === undefined ? undefined : understand(field, source, record, item);
  };
  try {
    const publishedAt = read('publishedAt');
    return {
      ok: true,
      mention: {
        realm,
        importId,
        network: text('network', read('network'))?.toLowerCase() ?? '',
        externalId: text('externalId', read('externalId')) ?? '',
        text: text('text', read('text')) ?? '',
        publishedAt: publishedAt as Date,
        editedAt: read('editedAt') as Date | undefined,
        url: text('url', read('url')),
        author: {
          handle: text('author.handle', read('author.handle'))?.replace(/^@/u, ''),
          name: text('author.name', read('author.name')),
          followers: count('author.followers', read('author.followers')),
          url: text('author.url', read('author.url')),
          bio: text('author.bio', read('author.bio')),
        },
        inReplyTo: text('inReplyTo', read('inReplyTo')),
        conversationKey: text('conversationKey', read('conversationKey')),
        own: flag('own', read('own')),
        hasMedia: flag('hasMedia', read('hasMedia')),
        extra: extraOf(mapping, record, item),
      },
    };
  } catch (error) {
    if (error instanceof Unfit) {
      return { ok: false, field: placeOf(mapping, error.field), reason: error.message };
    }
    throw error;
  }
}

function pathsOf(source: ValueSource): readonly string[] {
  if (typeof source === 'string') return [source];
  if (Array.isArray(source)) return source;
  if ('value' in source) return [];
  return typeof source.path === 'string' ? [source.path] : source.path;
}

/** An empty text counts as nothing: that is how CSV says it. */
function firstPresent(paths: readonly string[], record: unknown, item: unknown): unknown {
  for (const path of paths) {
    const value = path.startsWith('$.') ? valueAt(record, path.slice(2)) : valueAt(item, path);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function understand(field: MappedField, source: ValueSource, record: unknown, item: unknown): unknown {
  if (typeof source === 'object' && 'value' in source) return source.value;
  const rules = typeof source === 'object' && 'path' in source ? source : undefined;
  let value = firstPresent(pathsOf(source), record, item);
  if (rules?.equals !== undefined) return value !== undefined && String(value) === String(rules.equals);
  if (rules?.words && value !== undefined) value = rules.words[String(value)] ?? value;
  value ??= rules?.default;
  return isTime(field) && value !== undefined ? time(field, value, rules?.time ?? 'iso') : value;
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

function isTime(field: MappedField): boolean {
  return field === 'publishedAt' || field === 'editedAt';
}

/** A moment written without a time zone is in UTC. */
function time(field: MappedField, value: unknown, form: 'iso' | 'seconds' | 'milliseconds'): Date {
  if (form !== 'iso') {
    const number = Number(value);
    if (typeof value === 'boolean' || !Number.isFinite(number)) {
      throw new Unfit(field, `is not a number of ${form}`);
    }
    return new Date(form === 'seconds' ? number * 1000 : number);
  }
  const parts = ISO.exec(String(value).trim());
  if (!parts) throw new Unfit(field, 'is not a date and time such as 2026-11-24T09:30:00Z');
  const [, day, clock = '00:00', zone = 'Z'] = parts;
  const offset = /^(?:Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const date = new Date(`${day}T${clock.replace(',', '.')}${offset}`);
  if (Number.isNaN(date.getTime())) throw new Unfit(field, 'is not a date and time');
  return date;
}

function text(field: MappedField, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    // JSON keeps no whole number above 2^53: an id that lost its last digits would be another post's.
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new Unfit(field, 'is a number too large to be read exactly: write it in quotes');
    }
    return String(value);
  }
  throw new Unfit(field, 'is not a text');
}

function count(field: MappedField, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
    throw new Unfit(field, 'is not a whole number from 0');
  }
  return number;
}

const YES = new Set(['true', 'yes', 'oui', '1']);
const NO = new Set(['false', 'no', 'non', '0']);

function flag(field: MappedField, value: unknown): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new Unfit(field, 'is neither true nor false');
}

function extraOf(mapping: Mapping, record: unknown, item: unknown): Record<string, unknown> | null {
  const entries = Object.entries(mapping.extra)
    .map(([name, path]): [string, unknown] => [name, firstPresent([path], record, item)])
    .filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
