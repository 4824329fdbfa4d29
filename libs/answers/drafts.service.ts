import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { conflict } from '#platform/problem';
import { finishChange, lockAnswer } from './change-answer.js';
import { canonicalJson } from './content-hash.js';
import type { ANSWER_KINDS, VersionContent } from './contract.js';
import { refuseBadDraft } from './draft-content.js';
import { insertDraft, updateDraft } from './draft-store.js';
import { tidyContent } from './tidy-content.js';
import type { VersionRecord } from './version-record.js';

/** The person who writes, moves or decides. */
export interface Writer {
  personId: string;
  name: string;
}

/** Writing: a first draft, and saving drafts; what is approved is never touched. */
@Injectable()
export class DraftsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Starts an answer with its first version; returns the answer's id. */
  create(kind: (typeof ANSWER_KINDS)[number], given: VersionContent, writer: Writer): Promise<string> {
    return inTransaction(this.dataSource, ({ manager }) => createDraft(manager, kind, given, writer));
  }

  /**
   * Saves the open draft, or starts the next version when there is none. `revision` is the one the writer started
   * from: given when and only when there was a draft.
   */
  save(answerId: string, given: VersionContent, revision: number | undefined, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockAnswer(manager, answerId);
      const content = tidyContent(given);
      await refuseBadDraft(manager, content);
      const newest = versions[0];
      const open = versions.find(({ state }) => state === 'draft' || state === 'in_review');
      if (open?.state === 'in_review') {
        throw conflict(
          'version-in-review',
          `Version ${open.number} is in review; withdraw it to change it.`,
          {
            version: open.number,
          },
        );
      }
      if (open?.revision !== revision) {
        throw conflict('changed-meanwhile', 'The draft was changed or replaced since you opened it.', {
          revision: open?.revision ?? null,
        });
      }
      if (open) await this.update(manager, open, content, writer);
      else await this.startNext(manager, answerId, (newest?.number ?? 0) + 1, content, writer);
    });
  }

  private async update(
    manager: EntityManager,
    draft: VersionRecord,
    content: VersionContent,
    writer: Writer,
  ): Promise<void> {
    const changes = changedFields(draft.content, content);
    // Saving without a change makes nobody a writer of these words.
    if (!changes) return;
    await updateDraft(manager, { id: draft.id, editorId: writer.personId, content });
    await finishChange(manager, draft.answerId, [
      {
        actor: writer,
        action: 'answer.draft_saved',
        before: { version: draft.number, ...changes.before },
        after: { version: draft.number, ...changes.after },
      },
    ]);
  }

  private async startNext(
    manager: EntityManager,
    answerId: string,
    number: number,
    content: VersionContent,
    writer: Writer,
  ): Promise<void> {
    await insertDraft(manager, { answerId, number, authorId: writer.personId, content });
    await finishChange(manager, answerId, [
      { actor: writer, action: 'answer.version_started', after: { version: number, ...content } },
    ]);
  }
}

/** Starts an answer in the caller's transaction; returns its id. Ends with the record, so little should come after. */
export async function createDraft(
  manager: EntityManager,
  kind: (typeof ANSWER_KINDS)[number],
  given: VersionContent,
  writer: Writer,
): Promise<string> {
  const content = tidyContent(given);
  await refuseBadDraft(manager, content);
  const [answer]: { id: string }[] = await manager.query(
    'insert into answer (kind, owner_id, exchange_key) values ($1, $2, gen_random_uuid()) returning id',
    [kind, writer.personId],
  );
  if (!answer) throw new Error('an answer was not inserted');
  await insertDraft(manager, { answerId: answer.id, number: 1, authorId: writer.personId, content });
  await finishChange(manager, answer.id, [
    { actor: writer, action: 'answer.created', after: { kind, version: 1, ...content } },
  ]);
  return answer.id;
}

/** The fields that differ, before and after; null when none does. */
function changedFields(before: VersionContent, after: VersionContent) {
  const order = ({ language, network }: VersionContent['variants'][number]) => `${language} ${network ?? ''}`;
  const sorted = (content: VersionContent): Record<string, unknown> => ({
    ...content,
    variants: [...content.variants].sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  });
  const [old, fresh] = [sorted(before), sorted(after)];
  const keys = Object.keys(fresh).filter((key) => canonicalJson(old[key]) !== canonicalJson(fresh[key]));
  if (keys.length === 0) return null;
  const pick = (content: Record<string, unknown>) =>
    Object.fromEntries(keys.map((key) => [key, content[key]]));
  return { before: pick(old), after: pick(fresh) };
}
