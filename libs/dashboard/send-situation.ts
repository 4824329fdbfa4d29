import type { DataSource, EntityManager } from 'typeorm';
import { openIncidents } from '#crisis';
import { type Change, type FigureCode, type FigureScope, rangeOf, readFigures, whatChanged } from '#figures';
import { exerciseMark, notify } from '#notifications';
import { type Locale, LOCALES, type Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { readRaisedTopics } from './dashboard-view.js';
import { incidentLines } from './incident-lines.js';
import { nextMorning } from './morning.js';
import { type Move, moveLines, situationLines } from './situation-lines.js';

/** A morning that is missed for longer than this is left out: nobody wants yesterday's situation at noon. */
const LATEST_MS = 3 * 3_600_000;

/**
 * Tells one person whose hour has come, if there is one. The notice and the next time are one transaction under the
 * lock of the row: two workers tell once, and a crash before the commit tells nothing and forgets nothing.
 */
export function tellNextMorning(dataSource: DataSource, now: Date): Promise<boolean> {
  return inTransaction(dataSource, async ({ manager }) => {
    const [due]: {
      personId: string;
      realm: Realm;
      hour: number;
      timeZone: string;
      nextAt: Date;
      active: boolean;
    }[] = await manager.query(
      `select m.person_id as "personId", m.realm, m.hour, m.time_zone as "timeZone", m.next_at as "nextAt", p.active
         from dashboard_mail m join person p on p.id = m.person_id
         where m.morning and m.next_at <= $1 order by m.next_at limit 1 for update of m skip locked`,
      [now],
    );
    if (!due) return false;
    await manager.query('update dashboard_mail set next_at = $2 where person_id = $1', [
      due.personId,
      nextMorning(now, due.hour, due.timeZone),
    ]);
    if (!due.active || due.nextAt.getTime() < now.getTime() - LATEST_MS) return true;
    await tellSituation(manager, 'situation.morning', due.realm, [due.personId], now, {
      groupKey: `situation.morning ${due.nextAt.toISOString()}`,
    });
    return true;
  });
}

/**
 * Tells those who asked of the moves of levels that they were not told of. Each of them has the last event that was
 * told; events are taken by their id, so a clock that jumps neither repeats nor loses one.
 */
export function tellLevelChanges(dataSource: DataSource, now: Date): Promise<void> {
  return inTransaction(dataSource, async ({ manager }) => {
    const readers: { personId: string; realm: Realm; last: string; level: number; moves: Move[] }[] =
      await manager.query(MOVES_OF_READERS);
    for (const { personId, realm, last, level, moves } of readers) {
      await manager.query('update dashboard_mail set told_event_id = $2 where person_id = $1', [
        personId,
        last,
      ]);
      await tellSituation(manager, 'situation.level', realm, [personId], now, {
        groupKey: `situation.level ${last}`,
        level,
        moves,
      });
    }
  });
}

/** For each reader what moved since the last time: by topic, from where it stood then to where it came. */
const MOVES_OF_READERS = `
  with reader as (
    select m.person_id, m.realm, m.told_event_id from dashboard_mail m join person p on p.id = m.person_id
    where m.at_level_change and p.active order by m.person_id for update of m skip locked
  ), move as (
    select r.person_id, r.realm, e.topic_id, max(e.id) as last, max(e.to_level) as level,
      (array_agg(e.from_level order by e.id))[1] as from_level,
      (array_agg(e.to_level order by e.id desc))[1] as to_level
    from reader r join topic_level_event e on e.id > r.told_event_id and e.realm = r.realm
      and e.kind in ('rose', 'fell', 'set_by_hand', 'hand_ended') and e.from_level <> e.to_level
    group by 1, 2, 3
  )
  select v.person_id as "personId", v.realm, max(v.last) as last, max(v.level) as level,
    jsonb_agg(jsonb_build_object('topic', t.name, 'from', v.from_level, 'to', v.to_level)) as moves
  from move v join topic t on t.id = v.topic_id group by 1, 2`;

async function tellSituation(
  manager: EntityManager,
  kind: 'situation.morning' | 'situation.level',
  realm: Realm,
  personIds: readonly string[],
  now: Date,
  { groupKey, level, moves = [] }: { groupKey: string; level?: number; moves?: readonly Move[] },
): Promise<void> {
  const scope: FigureScope = { realm, topicId: null, networks: [], languages: [], ...rangeOf('24h', now) };
  const { figures, highest } = await readFigures(manager, scope, now);
  const topics = await readRaisedTopics(manager, scope);
  const incidents = await openIncidents(manager, { realm, now });
  const changes: Change[] = whatChanged(
    { at: '', range: '24h', topics, figures: valuesOf(figures, 'before') },
    { at: '', range: '24h', topics, figures: valuesOf(figures, 'value') },
  ).filter((change) => change.kind === 'figure' && change.from !== null);
  const [fr, en] = [
    situationLines(figures, topics, changes, 'fr'),
    situationLines(figures, topics, changes, 'en'),
  ];
  await notify(manager, {
    kind,
    personIds,
    level: level ?? highest,
    groupKey,
    params: {
      ...{ topics_fr: fr.topics, topics_en: en.topics, figures_fr: fr.figures, figures_en: en.figures },
      ...(fr.changes === '' ? {} : { changes_fr: fr.changes, changes_en: en.changes }),
      ...exerciseMark(realm),
      ...inBoth((locale) => numbered('incident', incidentLines(incidents, locale))),
      ...inBoth((locale) => {
        const { moved, sentences } = moveLines(moves, locale);
        return { ...(moved === '' ? {} : { moved }), ...numbered('move', sentences) };
      }),
    },
    link: `/dashboard?realm=${realm}`,
  });
}

function valuesOf(
  figures: readonly { code: FigureCode; value: number | null; before: number | null }[],
  which: 'value' | 'before',
) {
  return Object.fromEntries(figures.map((figure) => [figure.code, figure[which]]));
}

/** `move1`, `move2` …: each stands alone, so that none is cut for the length of another. */
function numbered(name: string, lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.map((line, index) => [`${name}${index + 1}`, line]));
}

function inBoth(params: (locale: Locale) => Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) =>
      Object.entries(params(locale)).map(([name, value]) => [`${name}_${locale}`, value]),
    ),
  );
}
