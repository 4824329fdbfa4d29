import { SourceNeedsAttention, type SourceView } from '../connector.js';
import { isPostId } from './x-cursor.js';

/** X names our account at the live check; an access token carries the same id in front of its hyphen. */
export function ownId({ credentials }: SourceView): string {
  const id = credentials['userId'] ?? credentials['accessToken']?.split('-')[0] ?? '';
  if (!isPostId(id)) throw new SourceNeedsAttention('token-refused', 'the access token names no account');
  return id;
}
