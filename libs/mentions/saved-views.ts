import type { EntityManager } from 'typeorm';
import type { SavedView, saveView } from '#contract/mentions';
import type { InputOf } from '#platform/contract';
import { notFound } from '#platform/problem';

const COLUMNS = `id, name, shared, person_id = $1 as own, filter, sort`;

/** One's own views and those that others share, one's own first. */
export async function readViews(manager: EntityManager, personId: string): Promise<SavedView[]> {
  return manager.query(
    `select ${COLUMNS} from saved_view where person_id = $1 or shared order by person_id = $1 desc, lower(name), id`,
    [personId],
  );
}

/** Keeps a view; the same name again replaces one's own. */
export async function keepView(
  manager: EntityManager,
  personId: string,
  view: InputOf<typeof saveView>['body'],
): Promise<SavedView> {
  const [row]: SavedView[] = await manager.query(
    `insert into saved_view (person_id, name, shared, filter, sort) values ($1, $2, $3, $4::jsonb, $5)
     on conflict (person_id, name) do update set shared = excluded.shared, filter = excluded.filter, sort = excluded.sort
     returning ${COLUMNS}`,
    [personId, view.name, view.shared, JSON.stringify(view.filter), view.sort],
  );
  if (!row) throw new Error('the view was not kept');
  return row;
}

/** Removes one's own view; nobody removes a colleague's. */
export async function removeOwnView(manager: EntityManager, personId: string, viewId: string): Promise<void> {
  const [, removed]: [unknown, number] = await manager.query(
    `delete from saved_view where id = $1 and person_id = $2`,
    [viewId, personId],
  );
  if (removed === 0) throw notFound('view-not-found', 'You have no such view.');
}
