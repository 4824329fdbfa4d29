import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { Person as PersonView } from '#contract/identity';
import type { Locale, Role } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { conflict, invalidField, notFound } from '#platform/problem';
import { createInvitation } from './invitation.service.js';
import { readPeople } from './person-view.js';

interface PersonChange {
  name?: string | undefined;
  roles?: Role[] | undefined;
  departmentIds?: string[] | undefined;
  active?: boolean | undefined;
}

/** Who works here, in which roles and departments. */
@Injectable()
export class PeopleService {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<PersonView[]> {
    return readPeople(this.dataSource.manager);
  }

  invite(
    actor: Actor,
    person: { email: string; name: string; roles: Role[]; departmentIds: string[]; locale: Locale },
  ): Promise<{ person: PersonView; invitationPath: string }> {
    return inTransaction(this.dataSource, ({ manager }) => createPerson(manager, actor, person));
  }

  change(actor: Actor, personId: string, change: PersonChange): Promise<PersonView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      // All rows, in id order: "an administrator remains" is a statement about all of them.
      await manager.query('select id from person order by id for update');
      const [before] = await readPeople(manager, [personId]);
      if (!before) throw notFound('person-not-found', 'There is no such person.');
      await manager.query(
        `update person set name = coalesce($2, name), roles = coalesce($3, roles), active = coalesce($4, active)
         where id = $1`,
        [personId, change.name ?? null, change.roles ?? null, change.active ?? null],
      );
      if (change.departmentIds) await setDepartments(manager, personId, change.departmentIds);
      await refuseWithoutAdministrator(manager);
      const [after] = await readPeople(manager, [personId]);
      if (!after) throw new Error('person vanished');
      refuseApproverWithoutDepartment(after);
      if (!after.active) await manager.query('delete from session where person_id = $1', [personId]);
      await recordDecision(manager, {
        actor,
        action: 'person.changed',
        subjectType: 'person',
        subjectId: personId,
        before,
        after,
      });
      return after;
    });
  }

  renewInvitation(actor: Actor, personId: string): Promise<{ invitationPath: string; expiresAt: string }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [person] = await readPeople(manager, [personId]);
      if (!person?.active) throw notFound('person-not-found', 'There is no such active person.');
      const { path, expiresAt } = await createInvitation(manager, personId);
      await recordDecision(manager, {
        actor,
        action: 'person.invitation_renewed',
        subjectType: 'person',
        subjectId: personId,
      });
      return { invitationPath: path, expiresAt: expiresAt.toISOString() };
    });
  }
}

/** Makes a person who is invited by a one-time link, in the caller's transaction. */
export async function createPerson(
  manager: EntityManager,
  actor: Pick<Actor, 'personId' | 'name'>,
  person: { email: string; name: string; roles: Role[]; departmentIds: string[]; locale: Locale },
): Promise<{ person: PersonView; invitationPath: string }> {
  const [row]: { id: string }[] = await manager.query(
    `insert into person (email, name, roles, locale) values (lower($1), $2, $3, $4)
     on conflict (email) do nothing returning id`,
    [person.email, person.name, person.roles, person.locale],
  );
  if (!row) throw invalidField('email', 'email-taken', 'is the e-mail of someone who is already here');
  await setDepartments(manager, row.id, person.departmentIds);
  const [view] = await readPeople(manager, [row.id]);
  if (!view) throw new Error('person was not stored');
  refuseApproverWithoutDepartment(view);
  const { path } = await createInvitation(manager, row.id);
  await recordDecision(manager, {
    actor,
    action: 'person.invited',
    subjectType: 'person',
    subjectId: row.id,
    after: view,
  });
  return { person: view, invitationPath: path };
}

async function setDepartments(
  manager: EntityManager,
  personId: string,
  departmentIds: string[],
): Promise<void> {
  const known: { id: string }[] = await manager.query(
    'select id from department where id = any($1::bigint[])',
    [departmentIds],
  );
  const unknown = departmentIds.find((id) => !known.some((row) => row.id === id));
  if (unknown)
    throw invalidField('departmentIds', 'unknown-department', `holds an unknown department: ${unknown}`);
  await manager.query('delete from person_department where person_id = $1', [personId]);
  await manager.query(
    'insert into person_department (person_id, department_id) select distinct $1::bigint, unnest($2::bigint[])',
    [personId, departmentIds],
  );
}

function refuseApproverWithoutDepartment(person: PersonView): void {
  if (person.roles.includes('approver') && person.departmentIds.length === 0) {
    throw invalidField(
      'departmentIds',
      'approver-needs-department',
      'is empty: an approver decides for at least one department',
    );
  }
}

async function refuseWithoutAdministrator(manager: EntityManager): Promise<void> {
  const rows: unknown[] = await manager.query(
    `select from person where active and 'administrator' = any(roles) and password_hash is not null limit 1`,
  );
  if (rows.length === 0) {
    throw conflict('last-administrator', 'At least one active administrator must remain.');
  }
}
