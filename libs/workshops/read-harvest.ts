import type { EntityManager } from 'typeorm';
import type { WorkshopAction } from './contract.js';

interface HarvestRow extends Omit<WorkshopAction, 'at' | 'done'> {
  at: Date;
  done: { by: { id: string; name: string }; at: string } | null;
}

/** Harvests that fit `where` (SQL over `h`, with `values`), each with its workshop. */
export async function readHarvest(
  manager: EntityManager,
  where: string,
  values: readonly unknown[],
  order: string,
): Promise<WorkshopAction[]> {
  const rows: HarvestRow[] = await manager.query(
    `select h.id, h.kind, h.item_id as "itemId", h.text, h.answer_id as "answerId", h.due_on::text as "dueOn",
       h.message_set_id as "messageSetId", h.message_key as "messageKey",
       h.created_at as at, jsonb_build_object('id', c.id::text, 'name', c.name) as by,
       case when o.id is not null then jsonb_build_object('id', o.id::text, 'name', o.name) end as owner,
       case when d.id is not null then
         jsonb_build_object('by', jsonb_build_object('id', d.id::text, 'name', d.name), 'at', h.done_at) end as done,
       case when s.id is not null then jsonb_build_object('id', s.id::text, 'name', s.name) end as stakeholder,
       jsonb_build_object('id', w.id::text, 'title', w.title) as workshop
     from workshop_harvest h join workshop w on w.id = h.workshop_id join person c on c.id = h.created_by
     left join person o on o.id = h.owner_id left join person d on d.id = h.done_by
     left join stakeholder s on s.id = h.stakeholder_id
     where ${where} ${order}`,
    [...values],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    done: row.done && { by: row.done.by, at: new Date(row.done.at).toISOString() },
  }));
}
