import type { EntityManager } from 'typeorm';
import { eraseMentions } from '#mentions';
import { asInstagramId } from './instagram/instagram-id.js';

/**
 * Erases posts that their authors took back, in the caller's transaction: here, and in what was kept of the deliveries that
 * brought them. Harmless to repeat. Returns how many were erased.
 */
export async function takeBack(
  manager: EntityManager,
  network: string,
  externalIds: readonly string[],
): Promise<number> {
  if (externalIds.length === 0) return 0;
  const erased = await eraseMentions(manager, { network, externalIds });
  // A delivery that is being taken has brought nothing yet: the one that says so itself is kept.
  await manager.query(
    `update hook_delivery d set body = ''
     from source s, unnest($2::text[]) as named(words)
     where s.network = $1 and d.source_id = s.id and (d.stored > 0 or d.known > 0)
       and position(convert_to(named.words, 'UTF8') in d.body) > 0`,
    [network, externalIds.flatMap((id) => asWritten(network, id))],
  );
  return erased;
}

/** How the sender's id of a post stands in a JSON text; some writers escape every slash. */
function asWritten(network: string, externalId: string): string[] {
  const words = JSON.stringify(sendersId(network, externalId));
  return [words, ...(words.includes('/') ? [words.replaceAll('/', '\\/')] : [])];
}

function sendersId(network: string, externalId: string): string {
  if (network === 'webhook') return externalId.slice(externalId.indexOf('|') + 1);
  const instagram = network === 'instagram' ? asInstagramId(externalId) : null;
  return instagram?.comment ?? instagram?.media ?? externalId;
}
