import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { recordDecision } from '#audit';
import { createPerson } from '#identity';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { invalidField, notFound } from '#platform/problem';
import { ANSWERING_ROLES, readColleague, readColleagues } from './colleagues.js';
import type { Colleague, Field, inviteNewcomer } from './contract-colleagues.js';
import type { InvitationPerson } from './move-invitation.js';

/** What people know about, and the colleagues who can be asked. */
@Injectable()
export class FieldsService {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<Field[]> {
    return readFields(this.dataSource.manager);
  }

  colleagues(): Promise<Colleague[]> {
    return readColleagues(this.dataSource.manager);
  }

  create(name: Field['name'], actor: InvitationPerson): Promise<Field> {
    return this.change(async (manager) => {
      const [row]: { id: string }[] = await manager.query(
        'insert into field_of_expertise (name_fr, name_en) values ($1, $2) returning id',
        [name.fr, name.en],
      );
      if (!row) throw new Error('a field was not inserted');
      const after = await readField(manager, row.id);
      await record(manager, actor, 'field.created', null, after);
      return after;
    });
  }

  /** Renames it, retires it, offers it again. */
  edit(
    fieldId: string,
    change: { name?: Field['name'] | undefined; retired?: boolean | undefined },
    actor: InvitationPerson,
  ): Promise<Field> {
    return this.change(async (manager) => {
      await manager.query('select id from field_of_expertise where id = $1 for update', [fieldId]);
      const before = await readField(manager, fieldId);
      const retired = change.retired ?? before.retired;
      await manager.query(
        `update field_of_expertise set name_fr = $2, name_en = $3,
           retired_at = case when $4 then coalesce(retired_at, now()) end
         where id = $1`,
        [fieldId, change.name?.fr ?? before.name.fr, change.name?.en ?? before.name.en, retired],
      );
      const after = await readField(manager, fieldId);
      await record(manager, actor, 'field.changed', before, after);
      return after;
    });
  }

  /** Says what a colleague knows about. */
  setFields(personId: string, fieldIds: readonly string[], actor: InvitationPerson): Promise<Colleague> {
    return this.change(async (manager) => {
      // The row of the person, so that two who change at once leave one of the two lists, not a mixture.
      await manager.query('select id from person where id = $1 for no key update', [personId]);
      const before = await readColleague(manager, personId);
      await writeFields(manager, personId, fieldIds);
      const after = await readColleague(manager, personId);
      await recordDecision(manager, {
        actor,
        action: 'person.fields_changed',
        subjectType: 'person',
        subjectId: personId,
        before: { fieldIds: before.fieldIds },
        after: { fieldIds: after.fieldIds },
      });
      return after;
    });
  }

  /** Somebody without an account: a colleague and nothing more, by a one-time link. */
  inviteNewcomer(
    newcomer: InputOf<typeof inviteNewcomer>['body'],
    actor: InvitationPerson,
  ): Promise<{ colleague: Colleague; invitationPath: string }> {
    return this.change(async (manager) => {
      const { fieldIds, ...person } = newcomer;
      const made = await createPerson(manager, actor, { ...person, roles: ['colleague'] });
      await writeFields(manager, made.person.id, fieldIds);
      return {
        colleague: await readColleague(manager, made.person.id),
        invitationPath: made.invitationPath,
      };
    });
  }

  private async change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await inTransaction(this.dataSource, async ({ manager }) => {
        const result = await work(manager);
        await publishEvents(manager, [{ type: 'colleagues.changed' }]);
        return result;
      });
    } catch (error) {
      const language = ['fr', 'en'].find((code) => violates(error, `field_of_expertise_${code}`));
      if (language)
        throw invalidField(`name.${language}`, 'field-name-taken', 'is the name of another field');
      throw error;
    }
  }
}

async function readFields(manager: EntityManager, fieldId: string | null = null): Promise<Field[]> {
  const rows: { id: string; fr: string; en: string; retired: boolean; people: number }[] =
    await manager.query(
      `select f.id, f.name_fr as fr, f.name_en as en, f.retired_at is not null as retired,
       (select count(*)::integer from person_field k join person p on p.id = k.person_id
        where k.field_id = f.id and p.active and p.roles && $2::text[]) as people
     from field_of_expertise f where $1::bigint is null or f.id = $1
     order by f.retired_at is not null, lower(f.name_en), f.id`,
      [fieldId, ANSWERING_ROLES],
    );
  return rows.map(({ fr, en, ...row }) => ({ ...row, name: { fr, en } }));
}

async function readField(manager: EntityManager, fieldId: string): Promise<Field> {
  const [field] = await readFields(manager, fieldId);
  if (!field) throw notFound('field-not-found', 'There is no such field of expertise.');
  return field;
}

async function writeFields(
  manager: EntityManager,
  personId: string,
  fieldIds: readonly string[],
): Promise<void> {
  const known: { id: string }[] = await manager.query(
    `select id from field_of_expertise where id = any($1::bigint[])
       and (retired_at is null or exists (select from person_field k where k.field_id = id and k.person_id = $2))`,
    [fieldIds, personId],
  );
  const unknown = fieldIds.find((id) => !known.some((row) => row.id === id));
  if (unknown !== undefined) {
    throw invalidField('fieldIds', 'unknown-field', `holds a field that is not offered: ${unknown}`);
  }
  await manager.query('delete from person_field where person_id = $1', [personId]);
  await manager.query(
    'insert into person_field (person_id, field_id) select distinct $1::bigint, unnest($2::bigint[])',
    [personId, fieldIds],
  );
}

function record(
  manager: EntityManager,
  actor: InvitationPerson,
  action: string,
  before: Field | null,
  after: Field,
): Promise<void> {
  const said = ({ name, retired }: Field) => ({ name, retired });
  return recordDecision(manager, {
    actor,
    action,
    subjectType: 'field_of_expertise',
    subjectId: after.id,
    ...(before ? { before: said(before) } : {}),
    after: said(after),
  });
}

function violates(error: unknown, constraint: string): boolean {
  return (
    error instanceof QueryFailedError &&
    'constraint' in error.driverError &&
    error.driverError.constraint === constraint
  );
}
