import type { EntityManager } from 'typeorm';
import type { ActionKind, NoticeKind } from './notice-kinds.js';

/** Something that people are to be told. */
export interface Notice {
  /** What happened; its words, and the params they use, are in notice-words-en.ts and its like. */
  kind: NoticeKind;
  personIds: readonly string[];
  /** Crisis level it concerns, 0 to 4: 3 and above break quiet hours and sound in the console. */
  level: number;
  /** Notices of one person with the same key are gathered: a storm gives one message that counts. */
  groupKey: string;
  /** Values for the words: short texts and numbers. One that is missing leaves its part of the sentence out. */
  params: Record<string, string | number>;
  /** Path in the console where the matter is handled, e.g. `/library/12`. */
  link: string;
  /** Optional action by signed link: opens a confirmation page after sign-in; the person's right is checked again then. */
  action?: { kind: ActionKind; subjectId: string };
}

/**
 * Asks, in the caller's transaction, that people be told. Nothing is sent before the commit; channels follow each
 * person's preferences. Only adds a row, so it never waits for another transaction. Throws a RangeError for a level
 * that is not one and for a link that leads outside the console.
 */
export function notify(manager: EntityManager, notice: Notice): Promise<void> {
  return notifyAll(manager, [notice]);
}

/** The same for many notices, in one statement. */
export async function notifyAll(manager: EntityManager, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  for (const { level, link } of notices) {
    if (!Number.isInteger(level) || level < 0 || level > 4) throw new RangeError(`${level} is not a level`);
    if (!/^\/(?!\/)/.test(link)) throw new RangeError(`${link} is not a path of the console`);
  }
  const rows = notices.map(({ kind, personIds, level, groupKey, params, link, action }) => ({
    kind,
    person_ids: [...new Set(personIds)],
    level,
    group_key: groupKey,
    params,
    link,
    action_kind: action?.kind ?? null,
    action_subject_id: action?.subjectId ?? null,
  }));
  await manager.query(
    `insert into notice (kind, person_ids, level, group_key, params, link, action_kind, action_subject_id)
     select kind, person_ids, level, group_key, params, link, action_kind, action_subject_id
     from jsonb_to_recordset($1::jsonb) as given(kind text, person_ids bigint[], level smallint, group_key text,
       params jsonb, link text, action_kind text, action_subject_id text)`,
    [JSON.stringify(rows)],
  );
}
