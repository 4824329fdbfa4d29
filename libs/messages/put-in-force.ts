import type { EntityManager } from 'typeorm';
import { placedMessages } from './check-messages.js';
import { takeMessages } from './message-index.js';
import type { MessageVersionRecord } from './message-version-record.js';

/**
 * The messages of a version are in force from `at` on, and those that the set held before and no longer holds are not.
 * Words change with the version; what was found in their earlier words stays. A message counts from the first full minute
 * after it first came into force. The caller has taken the messages.
 */
export async function putMessagesInForce(
  manager: EntityManager,
  version: MessageVersionRecord,
  at: Date,
): Promise<void> {
  await manager.query('update key_message set in_force = false where set_id = $1', [version.setId]);
  await manager.query(
    `insert into key_message (key, set_id, umbrella, text_fr, text_en, in_force, in_force_from)
     select key, $1, umbrella, text_fr, text_en, true,
       date_trunc('minute', $3::timestamptz + interval '59.999999 seconds')
     from jsonb_to_recordset($2::jsonb) as given(key text, umbrella boolean, text_fr text, text_en text)
     on conflict (key) do update set set_id = excluded.set_id, umbrella = excluded.umbrella,
       text_fr = excluded.text_fr, text_en = excluded.text_en, in_force = true,
       in_force_from = coalesce(key_message.in_force_from, excluded.in_force_from)`,
    [
      version.setId,
      JSON.stringify(
        placedMessages(version.content).map(([field, { key, text }]) => ({
          key,
          umbrella: field === 'umbrella',
          text_fr: text.fr,
          text_en: text.en,
        })),
      ),
      at,
    ],
  );
}

/** None of the set's messages is looked for any more; what was found and counted stays. */
export async function takeOutOfForce(manager: EntityManager, setId: string): Promise<void> {
  await takeMessages(manager);
  await manager.query('update key_message set in_force = false where set_id = $1', [setId]);
}
