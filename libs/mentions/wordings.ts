import type { EntityManager } from 'typeorm';
import { checkText } from './incoming-mention.js';
import { sameWords, takeEdits } from './take-edits.js';

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
  const read = wordings.flatMap((wording) => {
    const text = checkText(wording.text);
    return text === null ? [] : [{ ...wording, text }];
  });
  if (read.length === 0) return 0;
  const rows: KnownWording[] = await manager.query(
    `select m.id as "mentionId", i.external_id as "externalId", m.text, m.edited_at as "editedAt"
     from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where i.network = $1 and i.external_id = any($2::text[]) and m.erased_at is null`,
    [network, read.map(({ externalId }) => externalId)],
  );
  const known = new Map(rows.map((row) => [row.externalId, row]));
  const now = new Date();
  return takeEdits(
    manager,
    read.flatMap(({ externalId, text, hasMedia = null, at, told }) => {
      const row = known.get(externalId);
      const editedAt = at > now ? now : at;
      // Mostly nothing is new: then no row is locked.
      if (!row || (row.editedAt !== null && row.editedAt >= editedAt)) return [];
      if (!told && sameWords(row.text, text)) return [];
      return [{ mentionId: row.mentionId, text, hasMedia, editedAt, told }];
    }),
  );
}

interface KnownWording {
  mentionId: string;
  externalId: string;
  text: string;
  editedAt: Date | null;
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
