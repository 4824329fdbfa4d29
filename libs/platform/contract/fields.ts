import { z } from 'zod';

/** A row's id: a positive whole number, written as text so that no client rounds it. */
export const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, { error: 'is not an id' })
  .describe('Id, decimal digits as text');
/** Date and time in UTC, ISO 8601. */
export const instantSchema = z.iso.datetime({ offset: true });
/** Opaque keyset cursor, from the `next` of the page before. */
export const cursorSchema = z.string().min(1).max(400);
export const limitSchema = z.coerce.number().int().min(1).max(200);
export const LOCALES = ['fr', 'en'] as const;
/** Language of the interface. */
export const localeSchema = z.enum(LOCALES);
export type Locale = z.infer<typeof localeSchema>;

/** `live`: real networks. `training`: the training network; the two never mix (rule 9). */
export const REALMS = ['live', 'training'] as const;
export const realmSchema = z.enum(REALMS);
export type Realm = z.infer<typeof realmSchema>;

/** Known networks; other names may come in by import. */
export const NETWORKS = [
  'x',
  'facebook',
  'instagram',
  'youtube',
  'mastodon',
  'bluesky',
  'feed',
  'webhook',
  'training',
] as const;
export const networkSchema = z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/, {
  error: 'is not the name of a network (lower-case letters, digits, - and _)',
});

/** A list in a query string: `a,b` or the parameter given twice. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value.split(',').filter((part) => part !== '')
        : Array.isArray(value)
          ? value.flatMap((part: unknown) => (typeof part === 'string' ? part.split(',') : [part]))
          : value,
    z.array(item).max(100),
  );
}

/** A page of a keyset-paged list; `next` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: cursorSchema.nullable() });
}
