import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { recordDecision } from '#audit';
import type { changeLevelSettings, readLevelSettings } from '#contract/levels';
import type { InputOf, ResponseOf } from '#platform/contract';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import { conflict, invalidField } from '#platform/problem';
import { DEFAULT_LEVEL_SETTINGS } from './level-settings.js';
import { currentSettings } from './settings-store.js';

/** Settings in force with their versions, the newest first. */
export async function viewSettings(manager: EntityManager): Promise<ResponseOf<typeof readLevelSettings>> {
  const rows: { version: number; at: Date; reason: string; personId: string | null; name: string | null }[] =
    await manager.query(
      `select s.version, s.at, s.reason, s.person_id as "personId", p.name
       from level_settings s left join person p on p.id = s.person_id order by s.version desc limit 50`,
    );
  return {
    ...(await currentSettings(manager)),
    defaults: DEFAULT_LEVEL_SETTINGS,
    versions: rows.map(({ version, at, reason, personId, name }) => ({
      version,
      reason,
      at: at.toISOString(),
      by: personId === null ? null : { id: personId, name: name ?? '' },
    })),
  };
}

/** Puts settings in force, in the caller's transaction. Refusals: `changed-meanwhile`, `nothing-to-change`. */
export async function changeSettings(
  manager: EntityManager,
  actor: Actor,
  { version, settings, reason }: InputOf<typeof changeLevelSettings>['body'],
): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle level settings'))`);
  const before = await currentSettings(manager);
  if (before.version !== version)
    throw conflict('changed-meanwhile', 'Someone changed the settings meanwhile; read them again.', {
      version: before.version,
    });
  if (isDeepStrictEqual(before.settings, settings))
    throw invalidField('settings', 'nothing-to-change', 'are the ones in force');
  const [row]: { version: number }[] = await manager.query(
    `insert into level_settings (settings, reason, person_id) values ($1::jsonb, $2, $3) returning version`,
    [JSON.stringify(settings), reason, actor.personId],
  );
  await recordDecision(manager, {
    actor,
    action: 'levels.settings_changed',
    subjectType: 'level_settings',
    subjectId: String(row?.version),
    reason,
    before: before.settings,
    after: settings,
  });
  await publishEvents(manager, [{ type: 'level-settings.changed' }]);
}
