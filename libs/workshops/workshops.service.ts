import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import { conflict, invalid, invalidField } from '#platform/problem';
import type { FieldError, InputOf } from '#platform/contract';
import type { changeWorkshop, WorkshopContent } from './contract.js';
import { isMethod } from './own-methods.service.js';
import { lockWorkshop, tellHall, type WorkshopPerson, type WorkshopRecord } from './workshop-record.js';

/** Preparing a workshop: brief, plan, rooms. */
@Injectable()
export class WorkshopsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the id. */
  create(content: WorkshopContent, person: WorkshopPerson): Promise<string> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await refuseUnknown(manager, content);
      const [row]: { id: string }[] = await manager.query(
        `insert into workshop (created_by, ${COLUMNS.join(', ')})
         values ($1, ${COLUMNS.map((_, index) => `$${index + 2}`).join(', ')}) returning id`,
        [person.personId, ...valuesOf(content)],
      );
      if (!row) throw new Error('a workshop was not inserted');
      await tellHall(manager, row.id);
      await recordDecision(manager, {
        actor: person,
        action: 'workshop.created',
        subjectType: 'workshop',
        subjectId: row.id,
        after: content,
      });
      return row.id;
    });
  }

  /** Saves over the revision that the person started from. */
  change(
    workshopId: string,
    given: InputOf<typeof changeWorkshop>['body'],
    person: WorkshopPerson,
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { revision, ...content } = given;
      const workshop = await lockWorkshop(manager, workshopId);
      if (workshop.state === 'closed' || workshop.state === 'cancelled') throw workshopOver();
      if (workshop.revision !== revision)
        throw conflict('changed-meanwhile', 'The workshop was changed since you opened it.', {
          revision: workshop.revision,
        });
      await refuseUnknown(manager, content);
      refuseRewriting(workshop, content);
      await manager.query(
        `update workshop set revision = revision + 1, ${COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ')}
         where id = $1`,
        [workshopId, ...valuesOf(content)],
      );
      await tellHall(manager, workshopId);
      await recordDecision(manager, {
        actor: person,
        action: 'workshop.plan_changed',
        subjectType: 'workshop',
        subjectId: workshopId,
        before: { plan: workshop.plan },
        after: content,
      });
    });
  }
}

export function workshopOver() {
  return conflict('workshop-over', 'This workshop is over.');
}

const COLUMNS = [
  'title',
  'sponsor',
  'stake',
  'strategy',
  'objective',
  'people',
  'minutes',
  'place',
  'trust',
  'language',
  'anonymous_allowed',
  'planned_at',
  'topic_id',
  'method_key',
  'plan',
  'rooms',
];

function valuesOf(content: WorkshopContent): unknown[] {
  return [
    content.title,
    content.sponsor,
    content.stake,
    content.strategy,
    content.objective,
    content.people,
    content.minutes,
    content.place,
    content.trust,
    content.language,
    content.anonymousAllowed,
    content.plannedAt,
    content.topicId,
    content.methodKey,
    JSON.stringify(content.plan),
    JSON.stringify(content.rooms),
  ];
}

async function refuseUnknown(manager: EntityManager, content: WorkshopContent): Promise<void> {
  const errors: FieldError[] = [];
  if (!(await isMethod(manager, content.methodKey)))
    errors.push({
      field: 'methodKey',
      code: 'unknown-method',
      detail: `there is no method ${content.methodKey}`,
    });
  if (content.topicId !== null) {
    const found: unknown[] = await manager.query('select from topic where id = $1', [content.topicId]);
    if (found.length === 0)
      errors.push({
        field: 'topicId',
        code: 'unknown-topic',
        detail: `there is no topic ${content.topicId}`,
      });
  }
  if (errors.length > 0) throw invalid(errors);
}

/** A phase that has begun is what people have seen and written in. */
function refuseRewriting(workshop: WorkshopRecord, content: WorkshopContent): void {
  for (const [index, phase] of workshop.plan.phases.entries()) {
    if (!workshop.begun.includes(phase.key)) continue;
    if (isDeepStrictEqual(content.plan.phases[index], phase)) continue;
    throw invalidField(
      `plan.phases.${index}`,
      'phase-begun',
      `has begun and stays as it is: ${phase.title}`,
      { title: phase.title },
    );
  }
}
