import type { EntityManager } from 'typeorm';
import { LONGEST_TEXT } from './incoming-mention.js';
import { takeEdits } from './take-edits.js';

/** What a post says now, as its network was seen to show it or told that it was changed. */
export interface Wording {
  externalId: string;
  text: string;
  /** Left out where the network does not say it along. */
  hasMedia?: boolean;
  /** When it was changed; where the network does not say, when it was asked. */
  at: Date;
  /** Whether the network says when it was changed. */
  told: boolean;
}

/**
 * Takes over what posts say now, in the caller's transaction; what is not known here is passed over. Where nothing
 * changed, nothing is written. Returns how many texts changed.
 */
export async function takeWordings(
  manager: EntityManager,
  network: string,
  wordings: readonly Wording[],
): Promise<number> {
  const read = wordings.filter(
    ({ text }) => text !== '' && text.length <= LONGEST_TEXT && !text.includes('\0'),
  );
  if (read.length === 0) return 0;
  const known: { mentionId: string; externalId: string }[] = await manager.query(
    `select mention_id as "mentionId", external_id as "externalId" from mention_identity
     where network = $1 and external_id = any($2::text[])`,
    [network, read.map(({ externalId }) => externalId)],
  );
  const ids = new Map(known.map(({ mentionId, externalId }) => [externalId, mentionId]));
  const now = new Date();
  return takeEdits(
    manager,
    read.flatMap(({ externalId, text, hasMedia = null, at, told }) => {
      const mentionId = ids.get(externalId);
      const editedAt = at > now ? now : at;
      return mentionId === undefined ? [] : [{ mentionId, text, hasMedia, editedAt, told }];
    }),
  );
}

/** Which wording of a mention stood at that moment, as far as was known here; undefined: none was noted. */
export async function wordingAt(
  manager: EntityManager,
  mentionId: string,
  moment: Date | null,
): Promise<number | undefined> {
  if (moment === null) return undefined;
  const [row]: { wording: number }[] = await manager.query(
    `select m.wording - (select count(*) from mention_edit e where e.mention_id = m.id and e.noted_at > $2)::integer
       as wording
     from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where i.mention_id = $1`,
    [mentionId, moment],
  );
  return row?.wording;
}
