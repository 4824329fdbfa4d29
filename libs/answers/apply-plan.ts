import type { EntityManager } from 'typeorm';
import { type DecisionToRecord, recordDecisions } from '#audit';
import { publishEvents } from '#platform/live';
import { tellFollowers } from './answer-followers.js';
import { type LibraryDecision, versionNumbered } from './change-answer.js';
import { insertDraft, updateDraft } from './draft-store.js';
import type { Writer } from './drafts.service.js';
import type { PlanEntry } from './contract-exchange.js';
import type { Plan, PlannedChange } from './exchange-plan.js';
import { submitLocked } from './submit-version.js';
import { readVersions } from './version-record.js';

/**
 * Carries out a plan in the caller's transaction, which holds the locks. Each answer arrives as a draft of the person
 * who brings it in, and where the plan says so is submitted; approval stays with the departments. Gives the entries
 * back with the answers that came into being. The record comes last, because it locks the chain.
 */
export async function applyPlan(
  manager: EntityManager,
  plan: Plan,
  source: { id: string; name: string; hash: string },
  writer: Writer,
): Promise<PlanEntry[]> {
  const decisions: DecisionToRecord[] = [];
  const answerIds: string[] = [];
  const entries: PlanEntry[] = [];
  for (const [place, entry] of plan.entries.entries()) {
    const change = plan.changes.get(place);
    if (!change) {
      entries.push(entry);
      continue;
    }
    const written = await write(manager, change, entry, writer);
    const about = { subjectType: 'answer', subjectId: written.answerId };
    decisions.push({ ...written.decision, ...about });
    if (change.arrivesAs === 'in_review') {
      const versions = await readVersions(manager, 'v.answer_id = $1', [written.answerId]);
      const version = versionNumbered(versions, written.number);
      decisions.push({ ...(await submitLocked(manager, version, writer)), ...about });
    }
    answerIds.push(written.answerId);
    entries.push({ ...entry, answerId: written.answerId });
  }
  await manager.query('update answer set updated_at = clock_timestamp() where id = any($1::bigint[])', [
    answerIds,
  ]);
  await publishEvents(
    manager,
    answerIds.map((answerId) => ({ type: 'answer.changed', answerId })),
  );
  for (const answerId of answerIds) await tellFollowers(manager, answerId);
  await recordDecisions(manager, [
    ...decisions,
    {
      actor: writer,
      action: 'library.imported',
      subjectType: 'library_import',
      subjectId: source.id,
      after: { fileName: source.name, planHash: source.hash, answers: answerIds.length },
    },
  ]);
  return entries;
}

async function write(
  manager: EntityManager,
  { answer, key, kind, content }: PlannedChange,
  entry: PlanEntry,
  writer: Writer,
): Promise<{ answerId: string; number: number; decision: LibraryDecision }> {
  if (!answer) {
    const [row]: { id: string }[] = await manager.query(
      `insert into answer (kind, owner_id, exchange_key) values ($1, $2, coalesce($3::uuid, gen_random_uuid()))
       returning id`,
      [kind, writer.personId, key],
    );
    if (!row) throw new Error('an answer was not inserted');
    await insertDraft(manager, { answerId: row.id, number: 1, authorId: writer.personId, content });
    const after = { kind, version: 1, imported: true, ...content };
    return { answerId: row.id, number: 1, decision: { actor: writer, action: 'answer.created', after } };
  }
  const { id: answerId, newest } = answer;
  const changed = (side: 'before' | 'after') =>
    Object.fromEntries(entry.changes.map((change) => [change.field, change[side]]));
  if (newest.state === 'draft') {
    await updateDraft(manager, { id: newest.id, editorId: writer.personId, content });
    return {
      answerId,
      number: newest.number,
      decision: {
        actor: writer,
        action: 'answer.draft_saved',
        before: { version: newest.number, ...changed('before') },
        after: { version: newest.number, imported: true, ...changed('after') },
      },
    };
  }
  const number = newest.number + 1;
  await insertDraft(manager, { answerId, number, authorId: writer.personId, content });
  return {
    answerId,
    number,
    decision: {
      actor: writer,
      action: 'answer.version_started',
      after: { version: number, imported: true, ...content },
    },
  };
}
