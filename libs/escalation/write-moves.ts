import type { EntityManager } from 'typeorm';
import type { MovedAsk } from './engine.js';

/** Writes what became of claimed questions: their rows, who was asked, the log. One statement for each table. */
export async function writeMoves(
  manager: EntityManager,
  moved: readonly MovedAsk[],
  now: Date,
): Promise<void> {
  await manager.query(
    `update escalation_ask a set next_at = (w->>'nextAt')::timestamptz,
       state = coalesce(w->>'state', a.state),
       owner_id = case when w->>'state' = 'open' then null else a.owner_id end,
       round = coalesce((w->>'round')::integer, a.round),
       step = coalesce((w->>'step')::smallint, a.step),
       repetition = coalesce((w->>'repetition')::smallint, a.repetition),
       loud_from = coalesce((w->>'loudFrom')::integer, a.loud_from),
       snoozed_until = null
     from jsonb_array_elements($1::jsonb) as w
     where a.id = (w->>'id')::bigint`,
    [JSON.stringify(moved.map(changeOf))],
  );
  await writeAsked(manager, moved, now);
  await writeFirings(manager, moved, now);
  await releaseLapsed(manager, moved);
}

function changeOf({ ask, move }: MovedAsk) {
  const { id } = ask;
  if (move.kind === 'ask') return { id, nextAt: move.nextAt, ...move.next };
  if (move.kind === 'lapse') {
    return { id, state: 'open', nextAt: move.nextAt, ...move.next, loudFrom: move.loudFrom };
  }
  return { id, nextAt: move.nextAt };
}

async function writeAsked(manager: EntityManager, moved: readonly MovedAsk[], now: Date): Promise<void> {
  const rows = moved.flatMap(({ ask, move }) =>
    move.kind === 'ask' ? move.people.map((person) => ({ ask, fired: move.fired, person })) : [],
  );
  if (rows.length === 0) return;
  await manager.query(
    `insert into escalation_asked (ask_id, round, step, repetition, person_id, escalation_id, because, at)
     select *, $8::timestamptz from unnest($1::bigint[], $2::integer[], $3::smallint[], $4::smallint[], $5::bigint[],
       $6::bigint[], $7::text[])`,
    [
      rows.map(({ ask }) => ask.id),
      rows.map(({ fired }) => fired.round),
      rows.map(({ fired }) => fired.step),
      rows.map(({ fired }) => fired.repetition),
      rows.map(({ person }) => person.personId),
      rows.map(({ ask }) => ask.escalationId),
      rows.map(({ person }) => person.because),
      now,
    ],
  );
}

/** A firing that stands in the log already would break its unique index: the whole batch is then as it was. */
async function writeFirings(manager: EntityManager, moved: readonly MovedAsk[], now: Date): Promise<void> {
  const entries = moved.flatMap(({ ask, move }) => {
    const about = { escalationId: ask.escalationId, askId: ask.id };
    if (move.kind === 'lapse') return [{ ...about, kind: 'lapsed', personId: ask.ownerId }];
    if (move.kind === 'wait') return [{ ...about, kind: 'postponed', params: { until: move.nextAt } }];
    if (move.kind === 'wake') return [{ ...about, kind: 'woken', personId: ask.ownerId }];
    return [
      {
        ...about,
        kind: 'asked',
        ...move.fired,
        lateMs: Math.min(now.getTime() - ask.dueAt.getTime(), 2_000_000_000),
        params: { people: move.people, loudness: move.loudness },
      },
      ...(move.noOwner
        ? [
            {
              ...about,
              kind: 'no_owner',
              params: { stakeholderId: ask.concerned?.[0]?.stakeholderId ?? null },
            },
          ]
        : []),
      ...(move.people.length === 0 ? [{ ...about, kind: 'nobody' }] : []),
      ...(move.exhausted ? [{ ...about, kind: 'exhausted', params: { round: move.next.round } }] : []),
    ];
  });
  await manager.query(
    `insert into escalation_log (escalation_id, ask_id, at, kind, person_id, round, step, repetition, late_ms, params)
     select (w->>'escalationId')::bigint, (w->>'askId')::bigint, $2, w->>'kind', (w->>'personId')::bigint,
       (w->>'round')::integer, (w->>'step')::smallint, (w->>'repetition')::smallint, (w->>'lateMs')::integer,
       coalesce(w->'params', '{}')
     from jsonb_array_elements($1::jsonb) with ordinality as given(w, place) order by place`,
    [JSON.stringify(entries), now],
  );
}

/** An escalation that nobody has taken any more is open again. */
async function releaseLapsed(manager: EntityManager, moved: readonly MovedAsk[]): Promise<void> {
  const ids = moved.filter(({ move }) => move.kind === 'lapse').map(({ ask }) => ask.escalationId);
  if (ids.length === 0) return;
  await manager.query(
    `update escalation e set state = 'open', version = version + 1
     where e.id = any($1::bigint[]) and e.state = 'acknowledged' and not exists (
       select from escalation_ask a where a.escalation_id = e.id and a.state in ('acknowledged', 'confirming'))`,
    [ids],
  );
}
