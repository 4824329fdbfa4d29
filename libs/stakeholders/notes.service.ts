import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { listStakeholderNotes, StakeholderNoteView } from '#contract/stakeholders';
import type { InputOf, ResponseOf } from '#platform/contract';
import { encodeCursor, idOfCursor } from '#platform/database';
import type { Actor } from '#platform/http';
import { announceChanges } from './announce-changes.js';
import { lockStakeholder, readStakeholderView, refuseUnchangeable } from './stakeholder-record.js';

/** What was said of stakeholders in workshops. */
@Injectable()
export class StakeholderNotesService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    stakeholderId: string,
    { cursor, limit }: InputOf<typeof listStakeholderNotes>['query'],
  ): Promise<ResponseOf<typeof listStakeholderNotes>> {
    await readStakeholderView(this.dataSource.manager, stakeholderId);
    const rows: (Omit<StakeholderNoteView, 'at'> & { at: Date })[] = await this.dataSource.query(
      `select n.id, n.text, n.said_by as "saidBy", n.written_at as at, p.name as by,
         jsonb_build_object('id', w.id::text, 'title', w.title) as workshop
       from stakeholder_note n join person p on p.id = n.person_id join workshop w on w.id = n.workshop_id
       where n.stakeholder_id = $1 and ($2::bigint is null or n.id < $2) order by n.id desc limit $3`,
      [stakeholderId, cursor === undefined ? null : idOfCursor(cursor), limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((note) => ({ ...note, at: note.at.toISOString() })),
      next: rows.length > items.length && last ? encodeCursor([last.id]) : null,
    };
  }
}

export interface NewStakeholderNote {
  text: string;
  /** Null: whoever said it gave no name. */
  saidBy: string | null;
  workshopId: string;
}

/** Puts a note on the record of a stakeholder in use, within the transaction of whoever has it. */
export async function noteOnStakeholder(
  manager: EntityManager,
  actor: Pick<Actor, 'personId' | 'name'>,
  stakeholderId: string,
  { text, saidBy, workshopId }: NewStakeholderNote,
): Promise<void> {
  const stakeholder = await lockStakeholder(manager, stakeholderId);
  refuseUnchangeable(stakeholder);
  await manager.query(
    'insert into stakeholder_note (stakeholder_id, text, said_by, workshop_id, person_id) values ($1, $2, $3, $4, $5)',
    [stakeholderId, text, saidBy, workshopId, actor.personId],
  );
  await announceChanges(manager, actor, [
    { stakeholderId, realm: stakeholder.realm, action: 'noted', after: { workshopId } },
  ]);
}
