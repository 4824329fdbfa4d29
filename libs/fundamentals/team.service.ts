import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { permissionsOf, type ResponseOf, type Role } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { readTeam } from './contract.js';
import { LESSONS } from './lessons.js';
import { standingOf } from './progress.js';
import { readProgress } from './progress-store.js';
import { noteExercises } from './read-acts.js';

/** How far everybody is, for who looks after the team. */
@Injectable()
export class TeamService {
  constructor(private readonly dataSource: DataSource) {}

  read(): Promise<ResponseOf<typeof readTeam>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const everybody: { id: string; name: string; roles: Role[]; departmentIds: string[] }[] =
        await manager.query(PEOPLE);
      // Those who only answer by invitation have no lessons to be behind with.
      const people = everybody.filter(({ roles }) => permissionsOf(roles).includes('training.read'));
      const ids = people.map(({ id }) => id);
      await noteExercises(manager, ids);
      const stored = await readProgress(manager, ids);
      return {
        people: people.map(({ id, name, roles, departmentIds }) => {
          const permissions = permissionsOf(roles);
          const lessons = LESSONS.map((lesson) => {
            const { state, completedAt } = standingOf(lesson, stored(id, lesson.key), permissions);
            return { lesson: lesson.key, state, completedAt: completedAt?.toISOString() ?? null };
          });
          const completed = lessons.filter(({ state }) => state === 'completed').length;
          return { id, name, departmentIds, completed, lessons };
        }),
      };
    });
  }
}

const PEOPLE = `
  select p.id, p.name, p.roles, coalesce(
    (select array_agg(d.department_id::text order by d.department_id) from person_department d where d.person_id = p.id),
    '{}') as "departmentIds"
  from person p where p.active order by lower(p.name), p.id`;
