import { mediaTypeOf } from '#rules/escalation';

const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The media type of a picture by its content, whatever its name says; null for anything else, drawings with scripts too. */
export function pictureTypeOf(content: Uint8Array): string | null {
  const type = mediaTypeOf(content);
  return type !== null && SHOWN.has(type) ? type : null;
}
