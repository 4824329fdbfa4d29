import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  correctStakeholderNote,
  listStakeholderNotes,
  StakeholderNoteView,
} from '#contract/stakeholders';
import type { InputOf, ResponseOf } from '#platform/contract';
import { encodeCursor, idOfCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { conflict, notFound } from '#platform/problem';
import { announceChanges } from './announce-changes.js';
import { lockStakeholder, readStakeholderView, refuseUnchangeable } from './stakeholder-record.js';

/** Notes on stakeholders: written by hand, and brought from workshops. */
@Injectable()
export class StakeholderNotesService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    stakeholderId: string,
    { cursor, limit }: InputOf<typeof listStakeholderNotes>['query'],
  ): Promise<ResponseOf<typeof listStakeholderNotes>> {
    await readStakeholderView(this.dataSource.manager, stakeholderId);
    const rows: NoteRow[] = await this.dataSource.query(
      `select n.id, n.said_by as "saidBy", n.written_at as at, p.name as by,
         case when w.id is not null then jsonb_build_object('id', w.id::text, 'title', w.title) end as workshop,
         versions.texts
       from stakeholder_note n
       join person p on p.id = n.person_id
       left join workshop w on w.id = n.workshop_id
       cross join lateral (
         select jsonb_agg(jsonb_build_object('text', v.text, 'by', q.name, 'at', v.written_at, 'version', v.version)
           order by v.version desc) as texts
         from stakeholder_note v join person q on q.id = v.person_id
         where v.id = n.id or v.first_id = n.id) versions
       where n.stakeholder_id = $1 and n.first_id is null and ($2::bigint is null or n.id < $2)
       order by n.id desc limit $3`,
      [stakeholderId, cursor === undefined ? null : idOfCursor(cursor), limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(viewNote),
      next: rows.length > items.length && last ? encodeCursor([last.id]) : null,
    };
  }

  add(actor: Pick<Actor, 'personId' | 'name'>, stakeholderId: string, text: string): Promise<{ id: string }> {
    return inTransaction(this.dataSource, async ({ manager }) => ({
      id: await noteOnStakeholder(manager, actor, stakeholderId, { text, saidBy: null, workshopId: null }),
    }));
  }

  /** Two who correct the same version come one after the other: the second is told. */
  correct(
    actor: Pick<Actor, 'personId' | 'name'>,
    { stakeholderId, noteId }: InputOf<typeof correctStakeholderNote>['params'],
    { text, version }: InputOf<typeof correctStakeholderNote>['body'],
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const stakeholder = await lockStakeholder(manager, stakeholderId);
      refuseUnchangeable(stakeholder);
      const [note]: { workshopId: string | null; version: number; text: string }[] = await manager.query(
        `select n.workshop_id as "workshopId", v.version, v.text
         from stakeholder_note n join stakeholder_note v on v.id = n.id or v.first_id = n.id
         where n.id = $1 and n.stakeholder_id = $2 and n.first_id is null order by v.version desc limit 1`,
        [noteId, stakeholderId],
      );
      if (!note) throw notFound('note-not-found', 'There is no such note on this stakeholder.');
      if (note.workshopId !== null)
        throw conflict('note-from-workshop', 'What was said in a workshop stays as it was said.');
      if (note.version !== version)
        throw conflict('note-corrected-meanwhile', 'Somebody has corrected this note meanwhile.', {
          version: note.version,
        });
      if (note.text === text) return;
      await manager.query(
        `insert into stakeholder_note (stakeholder_id, text, person_id, first_id, version) values ($1, $2, $3, $4, $5)`,
        [stakeholderId, text, actor.personId, noteId, version + 1],
      );
      await announceChanges(manager, actor, [
        {
          ...{ stakeholderId, realm: stakeholder.realm },
          action: 'note_corrected',
          before: { noteId, version },
          after: { noteId, version: version + 1 },
        },
      ]);
    });
  }
}

interface NoteRow extends Pick<StakeholderNoteView, 'id' | 'saidBy' | 'by' | 'workshop'> {
  at: Date;
  /** The latest first; times as the database writes them in JSON. */
  texts: { text: string; by: string; at: string; version: number }[];
}

function viewNote({ texts, at, ...note }: NoteRow): StakeholderNoteView {
  const versions = texts.map((one) => ({ ...one, at: new Date(one.at).toISOString() }));
  const [stands, ...earlier] = versions;
  if (!stands) throw new Error(`the note ${note.id} has no text`);
  return {
    ...note,
    at: at.toISOString(),
    text: stands.text,
    version: stands.version,
    corrected: stands.version === 1 ? null : { by: stands.by, at: stands.at },
    earlier: earlier.map(({ version: _, ...one }) => one),
  };
}

export interface NewStakeholderNote {
  text: string;
  /** Null: whoever said it gave no name. */
  saidBy: string | null;
  /** Null: written by hand. */
  workshopId: string | null;
}

/** Puts a note on the record of a stakeholder in use, within the transaction of whoever has it. Returns its id. */
export async function noteOnStakeholder(
  manager: EntityManager,
  actor: Pick<Actor, 'personId' | 'name'>,
  stakeholderId: string,
  { text, saidBy, workshopId }: NewStakeholderNote,
): Promise<string> {
  const stakeholder = await lockStakeholder(manager, stakeholderId);
  refuseUnchangeable(stakeholder);
  const [row]: { id: string }[] = await manager.query(
    `insert into stakeholder_note (stakeholder_id, text, said_by, workshop_id, person_id) values ($1, $2, $3, $4, $5)
     returning id`,
    [stakeholderId, text, saidBy, workshopId, actor.personId],
  );
  if (!row) throw new Error('a note was not inserted');
  await announceChanges(manager, actor, [
    {
      ...{ stakeholderId, realm: stakeholder.realm },
      action: 'noted',
      after: { noteId: row.id, ...(workshopId === null ? {} : { workshopId }) },
    },
  ]);
  return row.id;
}
