import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import { conflict } from '#platform/problem';
import type { Lessons } from './contract.js';
import type { ObservedCriterion } from './criteria.js';
import { type DrillPerson, lockDrill, tellDrill } from './drill-record.js';

/** What people make of a drill: scores of what cannot be measured, and lessons. */
@Injectable()
export class DebriefService {
  constructor(private readonly dataSource: DataSource) {}

  /** One score for each observer and criterion; a second one takes the place of the first. */
  score(
    drillId: string,
    criterion: ObservedCriterion,
    given: { score: number; note: string },
    person: DrillPerson,
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const drill = await lockDrill(manager, drillId);
      if (drill.startedAt === null) throw conflict('drill-not-begun', 'This drill has not begun.');
      if (drill.state === 'debriefed') throw drillClosed();
      const [before]: { score: number; note: string }[] = await manager.query(
        'select score, note from drill_score where drill_id = $1 and criterion = $2 and person_id = $3',
        [drillId, criterion, person.personId],
      );
      await manager.query(
        `insert into drill_score (drill_id, criterion, person_id, score, note) values ($1, $2, $3, $4, $5)
         on conflict (drill_id, criterion, person_id) do update set score = $4, note = $5, at = now()`,
        [drillId, criterion, person.personId, given.score, given.note],
      );
      await tellDrill(manager, drillId);
      await recordDecision(manager, {
        actor: person,
        action: 'drill.scored',
        subjectType: 'drill',
        subjectId: drillId,
        before: before ? { criterion, ...before } : null,
        after: { criterion, ...given },
      });
    });
  }

  lessons(drillId: string, lessons: Lessons, person: DrillPerson): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const drill = await lockDrill(manager, drillId);
      if (drill.state === 'debriefed') throw drillClosed();
      if (drill.state !== 'ended') throw conflict('drill-not-over', 'This drill is not over.');
      const [before]: { lessons: Lessons | null }[] = await manager.query(
        'select lessons from drill where id = $1',
        [drillId],
      );
      await manager.query('update drill set lessons = $2 where id = $1', [drillId, JSON.stringify(lessons)]);
      await tellDrill(manager, drillId);
      await recordDecision(manager, {
        actor: person,
        action: 'drill.lessons_written',
        subjectType: 'drill',
        subjectId: drillId,
        before: before?.lessons ?? null,
        after: lessons,
      });
    });
  }
}

function drillClosed() {
  return conflict('drill-closed', 'The debriefing of this drill is closed.');
}
