import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import { type LiveEvent, publishEvents } from '#platform/live';
import type { MentionState } from './contract-mention.js';
import { QUEUE_CHANNEL } from './queue-channel.js';

/** A post that was stored before, as it reads now. */
export interface Edit {
  mentionId: string;
  text: string;
  /** Null where it is not known: then it stays as it is. */
  hasMedia: boolean | null;
  /** By the network's clock: the newest one is what stands, in whatever order they come. */
  editedAt: Date;
  /** Whether the network told of it; otherwise it was asked at that moment, and mostly nothing has changed. */
  told: boolean;
}

interface EditedRow {
  id: string;
  publishedAt: Date;
  text: string;
  editedAt: Date | null;
  own: boolean;
  state: MentionState;
  assigneeId: string | null;
  version: number;
  wording: number;
}

/**
 * Takes over what authors made of their posts, in the caller's transaction. The post waits for classification again like a
 * new one, because a calm post that became a threat must not stay calm, and counts by what was made of its old text until
 * then. Who handles it and what was decided stand; the text before is kept. What is known already, older or erased is
 * left alone. Returns how many texts changed.
 */
export async function takeEdits(manager: EntityManager, edits: readonly Edit[]): Promise<number> {
  const newest = new Map<string, Edit>();
  for (const edit of edits) {
    const other = newest.get(edit.mentionId);
    if (!other || edit.editedAt > other.editedAt) newest.set(edit.mentionId, edit);
  }
  if (newest.size === 0) return 0;
  const ids = [...newest.keys()];
  // The queue first, as whoever writes an assessment back takes them.
  await manager.query(
    'select from mention_queue where mention_id = any($1::bigint[]) order by mention_id for update',
    [ids],
  );
  const rows: EditedRow[] = await manager.query(LOCKED, [ids]);
  const newer = rows.flatMap((row) => {
    const edit = newest.get(row.id);
    return edit && (row.editedAt === null || edit.editedAt > row.editedAt) ? [{ row, edit }] : [];
  });
  const changed = newer.filter(({ row, edit }) => !sameWords(row.text, edit.text));
  // Also where the words are the same again: an older change that comes late must not stand.
  await noteTimes(
    manager,
    newer.filter((one) => one.edit.told || changed.includes(one)),
  );
  await write(manager, changed);
  return changed.length;
}

/** Networks give the same words with other white space at times: that is no change. */
export function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '').normalize('NFC');
}

const LOCKED = `
  select m.id, m.published_at as "publishedAt", m.text, m.edited_at as "editedAt", m.own, m.state,
    m.assignee_id as "assigneeId", m.version, m.wording
  from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where i.mention_id = any($1::bigint[]) and m.erased_at is null
  order by m.id for no key update of m`;

async function noteTimes(
  manager: EntityManager,
  newer: readonly { row: EditedRow; edit: Edit }[],
): Promise<void> {
  if (newer.length === 0) return;
  await manager.query(
    `update mention m set edited_at = w.edited_at
     from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) as w(id, published_at, edited_at)
     where m.id = w.id and m.published_at = w.published_at`,
    [
      newer.map(({ row }) => row.id),
      newer.map(({ row }) => row.publishedAt),
      newer.map(({ edit }) => edit.editedAt),
    ],
  );
}

async function write(
  manager: EntityManager,
  changed: readonly { row: EditedRow; edit: Edit }[],
): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ row }) => row.id);
  const times = changed.map(({ row }) => row.publishedAt);
  await manager.query(
    // Whoever answered it, or is about to, is to be told (libs/replies).
    `insert into mention_edit (mention_id, edited_at, text_before, told_at)
     select w.*, case when not exists (select from reply r where r.mention_id = w.mention_id) then now() end
     from unnest($1::bigint[], $2::timestamptz[], $3::text[]) as w(mention_id, edited_at, text_before)`,
    [ids, changed.map(({ edit }) => edit.editedAt), changed.map(({ row }) => row.text)],
  );
  await manager.query(
    `update mention m set text = w.text, has_media = coalesce(w.has_media, m.has_media), version = m.version + 1,
       wording = m.wording + 1
     from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::boolean[]) as w(id, published_at, text, has_media)
     where m.id = w.id and m.published_at = w.published_at`,
    [ids, times, changed.map(({ edit }) => edit.text), changed.map(({ edit }) => edit.hasMedia)],
  );
  const work = changed.filter(({ row }) => !row.own);
  // Another edition: whoever has the old text in hand writes nothing of it back.
  await manager.query(
    `insert into mention_queue as q (mention_id, published_at, edition)
     select * from unnest($1::bigint[], $2::timestamptz[], $3::integer[])
     on conflict (mention_id) do update set edition = excluded.edition, lease_until = null, attempts = 0, problem = null`,
    [
      work.map(({ row }) => row.id),
      work.map(({ row }) => row.publishedAt),
      work.map(({ row }) => row.wording + 1),
    ],
  );
  if (work.length > 0) await manager.query(`select pg_notify('${QUEUE_CHANNEL}', '')`);
  await publishEvents(
    manager,
    work.map(({ row }): LiveEvent => ({
      type: 'mention.changed',
      mentionId: row.id,
      state: row.state,
      assigneeId: row.assigneeId,
      version: row.version + 1,
      by: null,
    })),
  );
  await recordDecisions(
    manager,
    work.map(({ row, edit }) => ({
      actor: null,
      action: 'mention.edited_by_author',
      subjectType: 'mention',
      subjectId: row.id,
      after: { editedAt: edit.editedAt.toISOString() },
    })),
  );
}
