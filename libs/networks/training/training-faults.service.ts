import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { TRAINING_FAULTS, type TrainingFault } from '#contract/networks';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';

/** What the training network shall do wrong with the coming replies: for drills, one fault for each reply. */
@Injectable()
export class TrainingFaults {
  constructor(private readonly dataSource: DataSource) {}

  waiting(): Promise<TrainingFault[]> {
    return waiting(this.dataSource.manager);
  }

  /** The next reply that has none before it meets this fault; null takes back all that wait. */
  ask(fault: TrainingFault | null, actor: Actor): Promise<TrainingFault[]> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      if (fault === null) await manager.query('delete from training_fault');
      else
        await manager.query('insert into training_fault (kind, person_id) values ($1, $2)', [
          fault,
          actor.personId,
        ]);
      await publishEvents(manager, [{ type: 'scenario.changed' }]);
      await recordDecision(manager, {
        actor,
        action: fault === null ? 'scenario.faults_cleared' : 'scenario.fault_asked',
        subjectType: 'scenario',
        subjectId: 'training',
        after: { fault },
      });
      return waiting(manager);
    });
  }
}

/** Uses up the oldest; two replies at the same moment get one each. */
export async function takeTrainingFault(manager: EntityManager): Promise<TrainingFault | null> {
  const [rows]: [{ kind: string }[], number] = await manager.query(
    `delete from training_fault where id = (select id from training_fault order by id for update skip locked limit 1)
     returning kind`,
  );
  return TRAINING_FAULTS.find((fault) => fault === rows[0]?.kind) ?? null;
}

async function waiting(manager: EntityManager): Promise<TrainingFault[]> {
  const rows: { kind: string }[] = await manager.query('select kind from training_fault order by id');
  return rows.flatMap(({ kind }) => TRAINING_FAULTS.filter((fault) => fault === kind));
}
