import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { conflict, invalid, invalidField, notFound } from '#platform/problem';
import type { createOwnMethod, OwnMethod, OwnMethodView, readOwnMethod } from './contract.js';
import { METHODS } from './methods.js';
import { ownMethodKey, readOwnMethodKey } from './own-method-key.js';
import { unsafeTexts } from './unsafe-texts.js';
import type { WorkshopPerson } from './workshop-record.js';

/** In use at the same time: more than these nobody weighs against each other. */
const MOST_METHODS = 100;

/** Methods that people wrote or adapted, in versions; those of the product are never changed. */
@Injectable()
export class OwnMethodsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those in use first, the latest written at the top. */
  async list(): Promise<OwnMethodView[]> {
    const rows: Row[] = await this.dataSource.query(
      `${SELECT} order by m.archived_at is not null, m.id desc limit 500`,
    );
    return rows.map(viewOf);
  }

  async read(methodId: string): Promise<ResponseOf<typeof readOwnMethod>> {
    const view = await readView(this.dataSource.manager, methodId);
    const versions: { number: number; at: Date; by: { id: string; name: string } }[] =
      await this.dataSource.query(
        `select v.number, v.written_at as at, jsonb_build_object('id', p.id::text, 'name', p.name) as by
         from workshop_method_version v join person p on p.id = v.person_id
         where v.method_id = $1 order by v.number desc`,
        [methodId],
      );
    return { ...view, versions: versions.map((one) => ({ ...one, at: one.at.toISOString() })) };
  }

  create(
    { basedOn, method }: InputOf<typeof createOwnMethod>['body'],
    person: WorkshopPerson,
  ): Promise<OwnMethodView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      refuseUnsafe(method);
      if (basedOn !== null && !(await isMethod(manager, basedOn)))
        throw invalidField('basedOn', 'unknown-method', `there is no method ${basedOn}`);
      await refuseTooMany(manager);
      const [row]: { id: string }[] = await manager.query(
        'insert into workshop_method (based_on) values ($1) returning id',
        [basedOn],
      );
      if (!row) throw new Error('a method was not inserted');
      await insertVersion(manager, row.id, 1, method, person);
      await finish(manager, row.id, person, 'created', { basedOn, version: 1, method });
      return readView(manager, row.id);
    });
  }

  /** The next version, over the one that the person started from; a text that is the same makes none. */
  change(
    methodId: string,
    { version, method }: { version: number; method: OwnMethod },
    person: WorkshopPerson,
  ): Promise<OwnMethodView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      refuseUnsafe(method);
      const { newest, archived } = await lock(manager, methodId);
      if (archived)
        throw conflict('workshop-method-archived', 'This method was put away; take it back into use first.');
      if (newest !== version)
        throw conflict('changed-meanwhile', 'The method was changed since you opened it.', {
          version: newest,
        });
      const [same]: unknown[] = await manager.query(
        'select from workshop_method_version where method_id = $1 and number = $2 and content = $3::jsonb',
        [methodId, newest, JSON.stringify(method)],
      );
      if (same) return readView(manager, methodId);
      await insertVersion(manager, methodId, newest + 1, method, person);
      await manager.query('update workshop_method set newest = $2 where id = $1', [methodId, newest + 1]);
      await finish(manager, methodId, person, 'edited', { version: newest + 1, method });
      return readView(manager, methodId);
    });
  }

  archive(methodId: string, archived: boolean, person: WorkshopPerson): Promise<OwnMethodView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lock(manager, methodId);
      if (before.archived === archived) return readView(manager, methodId);
      if (!archived) await refuseTooMany(manager);
      await manager.query(
        'update workshop_method set archived_at = case when $2 then now() end where id = $1',
        [methodId, archived],
      );
      await finish(manager, methodId, person, archived ? 'archived' : 'restored', { archived });
      return readView(manager, methodId);
    });
  }
}

/** Whether a key is of a ready method, or of a version of one's own that exists. */
export async function isMethod(manager: EntityManager, key: string): Promise<boolean> {
  if (METHODS.some((method) => method.key === key)) return true;
  const own = readOwnMethodKey(key);
  if (!own) return false;
  const found: unknown[] = await manager.query(
    'select from workshop_method_version where method_id = $1 and number = $2',
    [own.methodId, own.version],
  );
  return found.length > 0;
}

const ACTIONS = {
  created: 'workshop_method.created',
  edited: 'workshop_method.edited',
  archived: 'workshop_method.archived',
  restored: 'workshop_method.restored',
} as const;

async function finish(
  manager: EntityManager,
  methodId: string,
  person: WorkshopPerson,
  action: keyof typeof ACTIONS,
  after: unknown,
): Promise<void> {
  await publishEvents(manager, [{ type: 'workshop-method.changed', methodId }]);
  await recordDecision(manager, {
    actor: person,
    action: ACTIONS[action],
    subjectType: 'workshop_method',
    subjectId: methodId,
    after,
  });
}

async function insertVersion(
  manager: EntityManager,
  methodId: string,
  number: number,
  method: OwnMethod,
  person: WorkshopPerson,
): Promise<void> {
  await manager.query(
    'insert into workshop_method_version (method_id, number, content, person_id) values ($1, $2, $3, $4)',
    [methodId, number, JSON.stringify(method), person.personId],
  );
}

async function lock(
  manager: EntityManager,
  methodId: string,
): Promise<{ newest: number; archived: boolean }> {
  const [row]: { newest: number; archived: boolean }[] = await manager.query(
    'select newest, archived_at is not null as archived from workshop_method where id = $1 for no key update',
    [methodId],
  );
  if (!row) throw methodNotFound();
  return row;
}

function refuseUnsafe(method: OwnMethod): void {
  const errors = unsafeTexts(method, 'method');
  if (errors.length > 0) throw invalid(errors);
}

async function refuseTooMany(manager: EntityManager): Promise<void> {
  // Two at once wait for each other, so that together they stay within the limit.
  await manager.query('lock table workshop_method in share row exclusive mode');
  const [count]: { methods: number }[] = await manager.query(
    'select count(*)::integer as methods from workshop_method where archived_at is null',
  );
  if ((count?.methods ?? 0) >= MOST_METHODS)
    throw conflict('too-many-methods', `At most ${MOST_METHODS} methods of one’s own are in use.`, {
      most: MOST_METHODS,
    });
}

function methodNotFound() {
  return notFound('workshop-method-not-found', 'There is no such method.');
}

async function readView(manager: EntityManager, methodId: string): Promise<OwnMethodView> {
  const [row]: Row[] = await manager.query(`${SELECT} where m.id = $1`, [methodId]);
  if (!row) throw methodNotFound();
  return viewOf(row);
}

interface Row {
  id: string;
  version: number;
  basedOn: string | null;
  method: OwnMethod;
  archivedAt: Date | null;
  by: { id: string; name: string };
  at: Date;
}

const SELECT = `select m.id, v.number as version, m.based_on as "basedOn", v.content as method,
  m.archived_at as "archivedAt", jsonb_build_object('id', p.id::text, 'name', p.name) as by, v.written_at as at
  from workshop_method m join workshop_method_version v on v.method_id = m.id and v.number = m.newest
  join person p on p.id = v.person_id`;

function viewOf(row: Row): OwnMethodView {
  return {
    ...row,
    key: ownMethodKey(row.id, row.version),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    at: row.at.toISOString(),
  };
}
