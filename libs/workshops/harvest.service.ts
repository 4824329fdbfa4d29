import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { createDraft } from '#answers';
import { recordDecision } from '#audit';
import { versionContentSchema } from '#contract/answers';
import { draftMessage } from '#messages';
import type { InputOf, Permission } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { forbidden, invalidField, notFound } from '#platform/problem';
import { hasUnsafeCharacters } from '#rules/answers';
import { noteOnStakeholder } from '#stakeholders';
import type {
  changeWorkshopAction,
  Harvest,
  harvestAction,
  harvestMessage,
  WorkshopAction,
} from './contract.js';
import { itemNotFound } from './contributions.service.js';
import { readHarvest } from './read-harvest.js';
import { readItems } from './read-room.js';
import { lockWorkshop, tellHall, type WorkshopPerson } from './workshop-record.js';

/** Length of a question in the library. */
const QUESTION_LENGTH = 300;

/** What becomes of what was written: drafts of answers and messages, notes, actions that somebody owns until they are done. */
@Injectable()
export class HarvestService {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins a draft by the library's own rules; the lock on the workshop gives two who ask at once the same draft. */
  toAnswer(
    workshopId: string,
    itemId: string,
    departmentIds: readonly string[],
    person: WorkshopPerson,
  ): Promise<Harvest> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, workshopId);
      const text = await itemText(manager, workshopId, itemId);
      const [before]: { id: string }[] = await manager.query(
        `select id from workshop_harvest where item_id = $1 and kind = 'answer'`,
        [itemId],
      );
      if (before) return readOne(manager, before.id);
      const line = text.replace(/\s+/gu, ' ');
      const question = line.length <= QUESTION_LENGTH ? line : `${line.slice(0, QUESTION_LENGTH - 1)}…`;
      const content = versionContentSchema.parse({
        question: { fr: '', en: '', [workshop.language]: question },
        wordings: { fr: [], en: [] },
        topicId: workshop.topicId,
        departmentIds: [...departmentIds],
        variants: [],
      });
      const answerId = await createDraft(manager, 'answer', content, person);
      const [row]: { id: string }[] = await manager.query(
        `insert into workshop_harvest (workshop_id, item_id, kind, text, answer_id, created_by)
         values ($1, $2, 'answer', $3, $4, $5) returning id`,
        [workshopId, itemId, text, answerId, person.personId],
      );
      return finish(manager, workshopId, row, 'workshop.answer_harvested', person, { itemId, answerId });
    });
  }

  /** Into the draft of a house or map by the messages' own rules; who approves words later is not touched. */
  toMessage(
    workshopId: string,
    { itemId, setId, departmentIds }: InputOf<typeof harvestMessage>['body'],
    person: WorkshopPerson,
  ): Promise<Harvest> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, workshopId);
      const text = await itemText(manager, workshopId, itemId);
      const [before]: { id: string }[] = await manager.query(
        `select id from workshop_harvest where item_id = $1 and kind = 'message'`,
        [itemId],
      );
      if (before) return readOne(manager, before.id);
      if (setId === null && departmentIds.length === 0)
        throw invalidField('departmentIds', 'required', 'say who has to approve the new map');
      const place = setId === null ? { setId, topicId: workshop.topicId, departmentIds } : { setId };
      const made = await draftMessage(manager, place, text, workshop.language, person);
      const [row]: { id: string }[] = await manager.query(
        `insert into workshop_harvest (workshop_id, item_id, kind, text, message_set_id, message_key, created_by)
         values ($1, $2, 'message', $3, $4, $5, $6) returning id`,
        [workshopId, itemId, text, made.setId, made.key, person.personId],
      );
      return finish(manager, workshopId, row, 'workshop.message_harvested', person, { itemId, ...made });
    });
  }

  /** On the record of a stakeholder, with the name of its author where there is one. */
  toNote(
    workshopId: string,
    itemId: string,
    stakeholderId: string,
    person: WorkshopPerson,
  ): Promise<Harvest> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await lockWorkshop(manager, workshopId);
      const text = await itemText(manager, workshopId, itemId);
      const [before]: { id: string }[] = await manager.query(
        `select id from workshop_harvest where item_id = $1 and kind = 'note' and stakeholder_id = $2`,
        [itemId, stakeholderId],
      );
      if (before) return readOne(manager, before.id);
      const [item] = await readItems(manager, workshopId, [itemId]);
      const saidBy = item?.author?.name ?? null;
      await noteOnStakeholder(manager, person, stakeholderId, { text, saidBy, workshopId });
      const [row]: { id: string }[] = await manager.query(
        `insert into workshop_harvest (workshop_id, item_id, kind, text, stakeholder_id, created_by)
         values ($1, $2, 'note', $3, $4, $5) returning id`,
        [workshopId, itemId, text, stakeholderId, person.personId],
      );
      return finish(manager, workshopId, row, 'workshop.note_harvested', person, { itemId, stakeholderId });
    });
  }

  toAction(
    workshopId: string,
    given: InputOf<typeof harvestAction>['body'],
    person: WorkshopPerson,
  ): Promise<Harvest> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      if (hasUnsafeCharacters(given.text))
        throw invalidField('text', 'characters-not-allowed', 'contains characters that do not show');
      await lockWorkshop(manager, workshopId);
      if (given.itemId !== null) await itemText(manager, workshopId, given.itemId);
      await refuseUnknownOwner(manager, given.ownerId);
      const [row]: { id: string }[] = await manager.query(
        `insert into workshop_harvest (workshop_id, item_id, kind, text, owner_id, due_on, created_by)
         values ($1, $2, 'action', $3, $4, $5, $6) returning id`,
        [workshopId, given.itemId, given.text, given.ownerId, given.dueOn, person.personId],
      );
      return finish(manager, workshopId, row, 'workshop.action_harvested', person, given);
    });
  }

  openActions(ownerId: string | null): Promise<WorkshopAction[]> {
    return readHarvest(
      this.dataSource.manager,
      `h.kind = 'action' and h.done_at is null and ($1::bigint is null or h.owner_id = $1)`,
      [ownerId],
      'order by h.due_on, h.id limit 200',
    );
  }

  /** Its owner, or whoever may run workshops. */
  changeAction(
    actionId: string,
    change: InputOf<typeof changeWorkshopAction>['body'],
    person: WorkshopPerson & { permissions: readonly Permission[] },
  ): Promise<Harvest> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [before]: { workshopId: string; ownerId: string; dueOn: string; done: boolean }[] =
        await manager.query(
          `select workshop_id as "workshopId", owner_id as "ownerId", due_on::text as "dueOn", done_at is not null as done
         from workshop_harvest where id = $1 and kind = 'action' for update`,
          [actionId],
        );
      if (!before) throw notFound('action-not-found', 'There is no such action.');
      if (before.ownerId !== person.personId && !person.permissions.includes('workshops.run'))
        throw forbidden('not-your-action', 'Only its owner, or whoever runs workshops, changes an action.');
      if (change.ownerId !== undefined) await refuseUnknownOwner(manager, change.ownerId);
      await manager.query(
        `update workshop_harvest set owner_id = coalesce($2, owner_id), due_on = coalesce($3, due_on),
           done_by = case $4::boolean when true then coalesce(done_by, $5::bigint) when false then null else done_by end,
           done_at = case $4::boolean when true then coalesce(done_at, now()) when false then null else done_at end
         where id = $1`,
        [actionId, change.ownerId ?? null, change.dueOn ?? null, change.done ?? null, person.personId],
      );
      const { workshopId, ...was } = before;
      await tellHall(manager, workshopId);
      await recordDecision(manager, {
        actor: person,
        action: 'workshop.action_changed',
        subjectType: 'workshop',
        subjectId: workshopId,
        before: { actionId, ...was },
        after: { actionId, ...change },
      });
      return readOne(manager, actionId);
    });
  }
}

type HarvestDecision =
  | 'workshop.answer_harvested'
  | 'workshop.action_harvested'
  | 'workshop.message_harvested'
  | 'workshop.note_harvested';

async function finish(
  manager: EntityManager,
  workshopId: string,
  row: { id: string } | undefined,
  action: HarvestDecision,
  person: WorkshopPerson,
  after: unknown,
): Promise<Harvest> {
  if (!row) throw new Error('a harvest was not inserted');
  await tellHall(manager, workshopId);
  await recordDecision(manager, {
    actor: person,
    action,
    subjectType: 'workshop',
    subjectId: workshopId,
    after,
  });
  return readOne(manager, row.id);
}

async function readOne(manager: EntityManager, harvestId: string): Promise<Harvest> {
  const [harvest] = await readHarvest(manager, 'h.id = $1', [harvestId], '');
  if (!harvest) throw new Error(`harvest ${harvestId} is gone`);
  return harvest;
}

async function itemText(manager: EntityManager, workshopId: string, itemId: string): Promise<string> {
  const [item]: { text: string }[] = await manager.query(
    'select text from workshop_item where workshop_id = $1 and id = $2 and hidden_at is null for key share',
    [workshopId, itemId],
  );
  if (!item) throw itemNotFound();
  return item.text;
}

async function refuseUnknownOwner(manager: EntityManager, ownerId: string): Promise<void> {
  const found: unknown[] = await manager.query('select from person where id = $1 and active', [ownerId]);
  if (found.length === 0) throw invalidField('ownerId', 'unknown-person', `there is no person ${ownerId}`);
}
