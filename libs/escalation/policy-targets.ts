import type { EntityManager } from 'typeorm';
import { invalidField } from '#platform/problem';
import type { PolicyFields } from './contract.js';
import { emptySteps } from './reachable.js';
import { readDutyBook } from './read-duty-book.js';

/** Refuses a policy that names what is not there, or that could reach nobody by any of its steps. */
export async function refuseBadTargets(manager: EntityManager, fields: PolicyFields): Promise<void> {
  if (fields.topicId !== null) {
    const [topic] = await manager.query(`select id from topic where id = $1`, [fields.topicId]);
    if (!topic) throw invalidField('topicId', 'unknown-topic', 'is not a topic');
  }
  const book = await readDutyBook(manager, new Date());
  for (const [index, step] of fields.steps.entries()) {
    for (const [place, target] of step.targets.entries()) {
      const field = `steps.${index}.targets.${place}`;
      if (target.kind === 'department' && !book.departments.has(target.departmentId)) {
        throw invalidField(field, 'unknown-department', 'is not a department');
      }
      if (target.kind === 'person' && !book.people.has(target.personId)) {
        throw invalidField(field, 'unknown-person', 'is not someone who can decide');
      }
    }
  }
  if (emptySteps(book, fields.steps).length === fields.steps.length) {
    throw invalidField(
      'steps',
      'policy-reaches-nobody',
      'reach nobody: no step has a person who could be asked',
    );
  }
}
