import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { InputOf } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { conflict, invalidField } from '#platform/problem';
import type { changeRequestSettings, RequestSettings } from './contract-settings.js';
import { MINUTES_TO_FIRST_WORD } from './due-time.js';
import type { RequestPerson } from './move-request.js';

/** The times in force: minutes by level. */
export async function currentDueMinutes(
  manager: EntityManager,
): Promise<{ version: number; minutes: readonly number[] }> {
  const [row]: { version: number; minutes: number[] }[] = await manager.query(
    `select version, minutes from request_settings order by version desc limit 1`,
  );
  return row ?? { version: 0, minutes: MINUTES_TO_FIRST_WORD };
}

/** The times in force with their versions, the newest first. */
export async function viewRequestSettings(manager: EntityManager): Promise<RequestSettings> {
  const rows: {
    version: number;
    minutes: number[];
    at: Date;
    reason: string;
    personId: string | null;
    name: string | null;
  }[] = await manager.query(
    `select s.version, s.minutes, s.at, s.reason, s.person_id as "personId", p.name
     from request_settings s left join person p on p.id = s.person_id order by s.version desc limit 50`,
  );
  const { version, minutes } = await currentDueMinutes(manager);
  return {
    version,
    minutes: [...minutes],
    defaults: [...MINUTES_TO_FIRST_WORD],
    versions: rows.map(({ at, personId, name, ...row }) => ({
      ...row,
      at: at.toISOString(),
      by: personId === null ? null : { id: personId, name: name ?? '' },
    })),
  };
}

/**
 * Puts other times in force, in the caller's transaction, for what is asked from then on: nobody's time runs out because
 * of it. Refusals: `changed-meanwhile`, `nothing-to-change`.
 */
export async function changeRequestSettingsTo(
  manager: EntityManager,
  actor: RequestPerson,
  { version, minutes, reason }: InputOf<typeof changeRequestSettings>['body'],
): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle request settings'))`);
  const before = await currentDueMinutes(manager);
  if (before.version !== version) {
    throw conflict('changed-meanwhile', 'Somebody changed the times meanwhile; read them again.', {
      version: before.version,
    });
  }
  if (isDeepStrictEqual([...before.minutes], minutes)) {
    throw invalidField('minutes', 'nothing-to-change', 'are the ones in force');
  }
  const [row]: { version: number }[] = await manager.query(
    `insert into request_settings (minutes, reason, person_id) values ($1, $2, $3) returning version`,
    [minutes, reason, actor.personId],
  );
  await recordDecision(manager, {
    actor,
    action: 'request.settings_changed',
    subjectType: 'request_settings',
    subjectId: String(row?.version),
    reason,
    before: { minutes: before.minutes },
    after: { minutes },
  });
  await publishEvents(manager, [{ type: 'request-settings.changed' }]);
}
