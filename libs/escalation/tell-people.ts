import type { EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import type { Realm } from '#platform/contract';
import { REQUEST_SUBJECT } from '#requests';
import type { DueAsk, MovedAsk } from './engine.js';
import type { AskRecord, EscalationRecord } from './escalation-record.js';

const TITLE_LENGTH = 140;
/** More than this of one kind for the same people in one batch is one notice, of which the list is the link. */
const SINGLY = 5;

type Person = { personId: string; name: string };

/**
 * Has the asked people told, each by the channels they prefer; nothing leaves before the commit. Notices of a department
 * are gathered, so that a storm gives one message that counts.
 */
export async function tellAsked(manager: EntityManager, moved: readonly MovedAsk[]): Promise<void> {
  const groups = new Map<string, MovedAsk[]>();
  for (const one of moved) {
    if (one.move.kind !== 'ask' || one.move.people.length === 0) continue;
    const people = one.move.people.map(({ personId }) => personId).join(' ');
    const key = `${one.move.loudness > 0} ${one.ask.level} ${one.ask.departmentId ?? ''} ${people}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    for (const one of group.length > SINGLY ? group.slice(0, 1) : group) {
      await tellOne(
        manager,
        one,
        group.length > SINGLY ? '/escalations' : `/escalations/${one.ask.escalationId}`,
      );
    }
  }
}

/** As what somebody is told that they are asked. */
export function askedKind(loudness: number): 'escalation.asked' | 'escalation.louder' {
  return loudness > 0 ? 'escalation.louder' : 'escalation.asked';
}

async function tellOne(manager: EntityManager, { ask, move }: MovedAsk, link: string): Promise<void> {
  if (move.kind !== 'ask') return;
  const kind = askedKind(move.loudness);
  await notify(manager, {
    kind,
    personIds: move.people.map(({ personId }) => personId),
    level: ask.level,
    // A drill is never gathered into one message with what is real.
    groupKey: `${kind}:${ask.departmentId ?? 'policy'}${ask.realm === 'training' ? ':training' : ''}`,
    params: { ...exerciseMark(ask.realm), ...titleOf(ask), round: move.fired.round },
    link,
    ...(link === '/escalations' ? {} : { action: { kind: 'escalation.acknowledge', subjectId: ask.id } }),
  });
}

/** What is asked; of a topic that was escalated by itself, what made it so. */
function titleOf({ question, subjectType, openedBy, level }: DueAsk): Record<string, string> {
  const title = shortened(question);
  if (openedBy !== null || subjectType !== 'topic') return { title };
  return {
    title_en: `“${title}” has risen to level ${level}`,
    title_fr: `« ${title} » est au niveau ${level}`,
  };
}

/** Tells whoever escalated that somebody has taken it. */
export function tellTaken(
  manager: EntityManager,
  escalation: EscalationRecord,
  ask: AskRecord,
  by: Person,
): Promise<void> {
  return tellOpener(manager, 'escalation.acknowledged', escalation, by, { askId: ask.id });
}

/** Tells whoever escalated what was decided, once the departments have come to it. */
export async function tellDecided(
  manager: EntityManager,
  escalation: EscalationRecord,
  by: Person,
): Promise<void> {
  if (escalation.outcome === null) return;
  await tellOpener(manager, 'escalation.decided', escalation, by, {});
}

async function tellOpener(
  manager: EntityManager,
  kind: 'escalation.acknowledged' | 'escalation.decided',
  escalation: EscalationRecord,
  by: Person,
  params: Record<string, string>,
): Promise<void> {
  const opener = escalation.openedBy ?? (await askerOf(manager, escalation));
  if (opener === null || opener === by.personId) return;
  await notify(manager, {
    kind,
    personIds: [opener],
    level: escalation.level,
    groupKey: `${kind}:${escalation.id}`,
    params: {
      ...exerciseMark(escalation.realm),
      ...{ ...params, title: shortened(escalation.question), by: by.name },
    },
    link: `/escalations/${escalation.id}`,
  });
}

/** Of an overdue missing answer: whoever asked for it waits for the decision. */
async function askerOf(manager: EntityManager, { subjectType, subjectId }: EscalationRecord) {
  if (subjectType !== REQUEST_SUBJECT) return null;
  const [request]: { askedBy: string }[] = await manager.query(
    `select asked_by as "askedBy" from answer_request where id = $1`,
    [subjectId],
  );
  return request?.askedBy ?? null;
}

/** Tells who is responsible that another policy asks by now, because of who spoke. */
export function tellRerouted(
  manager: EntityManager,
  escalation: EscalationRecord,
  { personIds, policy }: { personIds: readonly string[]; policy: string },
): Promise<void> {
  if (personIds.length === 0) return Promise.resolve();
  return notify(manager, {
    kind: 'escalation.rerouted',
    personIds,
    level: escalation.level,
    groupKey: `escalation.rerouted:${escalation.id}`,
    params: { ...exerciseMark(escalation.realm), title: shortened(escalation.question), policy },
    link: `/escalations/${escalation.id}`,
  });
}

/** Tells colleagues that a comment names them. */
export async function tellMentioned(
  manager: EntityManager,
  about: { escalationId: string; by: Person; personIds: readonly string[]; text: string },
): Promise<void> {
  const others = about.personIds.filter((id) => id !== about.by.personId);
  if (others.length === 0) return;
  const [row]: { question: string; level: number; realm: Realm }[] = await manager.query(
    `select question, level, realm from escalation where id = $1`,
    [about.escalationId],
  );
  if (!row) throw new Error(`escalation ${about.escalationId} is not there`);
  await notify(manager, {
    kind: 'escalation.mentioned',
    personIds: others,
    level: row.level,
    groupKey: `escalation.mentioned:${about.escalationId}`,
    params: {
      ...exerciseMark(row.realm),
      ...{ text: shortened(about.text), by: about.by.name, title: shortened(row.question) },
    },
    link: `/escalations/${about.escalationId}`,
  });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= TITLE_LENGTH ? line : `${line.slice(0, TITLE_LENGTH - 1)}…`;
}
