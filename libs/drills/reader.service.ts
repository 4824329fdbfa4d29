import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { encodeCursor, idOfCursor } from '#platform/database';
import type {
  DrillDetail,
  DrillInject,
  DrillSummary,
  Evaluation,
  Lessons,
  listDrills,
  Scenario,
} from './contract.js';
import { OBSERVED, type ObservedCriterion, overallScore } from './criteria.js';
import { elapsedOf } from './drill-clock.js';
import { drillNotFound, type DrillRecord, readRecord } from './drill-record.js';
import { lengthOf } from './due-injects.js';
import { evaluate } from './evaluate.js';
import { expectedInLanguage } from './expected-answers.js';
import { comesWithMedia, pictureIn } from './inject-picture.js';

/** Reading drills: the list with its scores, and one as a whole. */
@Injectable()
export class DrillReader {
  constructor(private readonly dataSource: DataSource) {}

  async list({
    state,
    cursor,
    limit,
  }: InputOf<typeof listDrills>['query']): Promise<ResponseOf<typeof listDrills>> {
    const after = cursor === undefined ? null : idOfCursor(cursor);
    const rows: SummaryRow[] = await this.dataSource.query(
      `${SUMMARY} where ($1::text is null or d.state = $1) and ($2::bigint is null or d.id < $2)
       order by d.id desc limit $3`,
      [state ?? null, after, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(summaryOf),
      next: rows.length > page.length && last ? encodeCursor([last.id]) : null,
    };
  }

  /** `all`: with what is to come; whoever takes part in a drill must not know it while it is under way. */
  async read(drillId: string, all: boolean): Promise<DrillDetail> {
    const { manager } = this.dataSource;
    const [row]: SummaryRow[] = await manager.query(`${SUMMARY} where d.id = $1`, [drillId]);
    if (!row) throw drillNotFound();
    const drill = await readRecord(manager, drillId);
    const elapsedMs = elapsedOf(drill.spells, drill.now.getTime());
    const open = all || drill.endedAt !== null;
    const begun = drill.startedAt !== null && drill.endedAt === null;
    const evaluation =
      drill.evaluation ?? (begun && open ? await evaluate(manager, drill, elapsedMs, false) : null);
    return {
      ...summaryOf(row),
      description: drill.scenario.description,
      targets: drill.scenario.targets,
      answersMissing: Object.entries(drill.answers).flatMap(([question, id]) =>
        id === null ? [question] : [],
      ),
      clock: {
        elapsedMs,
        lengthMs: lengthOf(drill.scenario) * 1000,
        runs: drill.state === 'running',
        readAt: drill.now.toISOString(),
      },
      injects: await this.injects(drill, open),
      notes: open ? await this.notes(drillId) : [],
      evaluation,
      observations: open ? await this.observations(drillId) : [],
      lessons: row.lessons,
      closing: await this.closing(drillId),
    };
  }

  private async injects(drill: DrillRecord, open: boolean): Promise<DrillInject[]> {
    const rows: SettledRow[] = await this.dataSource.query(
      `select i.key, i.outcome, i.elapsed_ms as "elapsedMs", i.post_id as "postId", m.mention_id as "mentionId",
         p.id as "personId", p.name as "personName"
       from drill_inject i left join person p on p.id = i.person_id
       left join mention_identity m on m.network = 'training' and m.external_id = i.post_id::text
       where i.drill_id = $1`,
      [drill.id],
    );
    const settled = new Map(rows.map((row) => [row.key, row]));
    const worded = await expectedInLanguage(this.dataSource.manager, drill);
    return drill.scenario.injects.flatMap((inject): DrillInject[] => {
      const row = settled.get(inject.key);
      if (!open && row?.outcome !== 'posted') return [];
      return [
        {
          key: inject.key,
          atSeconds: inject.atSeconds,
          look: inject.look,
          author: inject.author,
          text: inject.text[drill.language],
          hasMedia: comesWithMedia(inject),
          picture: pictureIn(inject, drill.language),
          branch: open ? inject.branch : null,
          expected: open ? worded(inject.expected) : [],
          note: open ? inject.note[drill.language] : '',
          outcome: row?.outcome ?? null,
          settledAt: row ? Number(row.elapsedMs) : null,
          byHand: row?.personId ? { id: row.personId, name: row.personName ?? '' } : null,
          mentionId: row?.mentionId ?? null,
          postId: row?.postId ?? null,
        },
      ];
    });
  }

  private async closing(drillId: string): Promise<DrillDetail['closing']> {
    const [row]: { id: string; name: string; askedAt: Date; doneAt: Date | null }[] =
      await this.dataSource.query(
        `select p.id, p.name, d.closing_asked_at as "askedAt", d.caused_closed_at as "doneAt"
         from drill d join person p on p.id = d.closing_asked_by where d.id = $1`,
        [drillId],
      );
    if (!row) return null;
    const { id, name, askedAt, doneAt } = row;
    return { by: { id, name }, askedAt: askedAt.toISOString(), doneAt: doneAt?.toISOString() ?? null };
  }

  private async notes(drillId: string): Promise<DrillDetail['notes']> {
    const rows: { id: string; personId: string; name: string; at: Date; elapsedMs: string; text: string }[] =
      await this.dataSource.query(
        `select n.id, p.id as "personId", p.name, n.at, n.elapsed_ms as "elapsedMs", n.text
         from drill_note n join person p on p.id = n.person_id where n.drill_id = $1 order by n.id`,
        [drillId],
      );
    return rows.map(({ personId, name, at, elapsedMs, ...row }) => ({
      ...row,
      by: { id: personId, name },
      at: at.toISOString(),
      elapsedMs: Number(elapsedMs),
    }));
  }

  private async observations(drillId: string): Promise<DrillDetail['observations']> {
    const rows: {
      criterion: ObservedCriterion;
      personId: string;
      name: string;
      score: number;
      note: string;
      at: Date;
    }[] = await this.dataSource.query(
      `select s.criterion, p.id as "personId", p.name, s.score, s.note, s.at
       from drill_score s join person p on p.id = s.person_id where s.drill_id = $1 order by s.criterion, p.name`,
      [drillId],
    );
    return rows.map(({ personId, name, at, ...row }) => ({
      ...row,
      by: { id: personId, name },
      at: at.toISOString(),
    }));
  }
}

interface SettledRow {
  key: string;
  outcome: 'posted' | 'skipped';
  elapsedMs: string;
  postId: string | null;
  mentionId: string | null;
  personId: string | null;
  personName: string | null;
}

interface SummaryRow extends Omit<
  DrillSummary,
  'scenario' | 'createdAt' | 'startedAt' | 'endedAt' | 'overall' | 'scores'
> {
  key: string;
  name: Scenario['name'];
  crisisType: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  measures: Evaluation['measures'] | null;
  observed: { criterion: ObservedCriterion; score: number }[];
  lessons: Lessons | null;
}

const SUMMARY = `
  select d.id, d.title, d.scenario_key as key, d.scenario->'name' as name, d.scenario->>'crisisType' as "crisisType",
    d.language, d.speed, d.state, jsonb_build_object('id', p.id::text, 'name', p.name) as "createdBy",
    d.created_at as "createdAt", d.started_at as "startedAt", d.ended_at as "endedAt", d.lessons,
    d.evaluation->'measures' as measures,
    coalesce((select jsonb_agg(jsonb_build_object('criterion', s.criterion, 'score', s.score)) from drill_score s
      where s.drill_id = d.id), '[]') as observed
  from drill d join person p on p.id = d.created_by`;

function summaryOf({
  key,
  name,
  crisisType,
  measures,
  observed,
  lessons: _,
  ...row
}: SummaryRow): DrillSummary {
  const over = row.endedAt !== null;
  return {
    ...row,
    scenario: { key, name, crisisType },
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    overall: over ? overallScore(measures ?? [], observed) : null,
    scores: over
      ? [
          ...(measures ?? []).map(({ criterion, score }) => ({ criterion, score })),
          ...OBSERVED.map((criterion) => ({
            criterion,
            score: overallScore(
              [],
              observed.filter((one) => one.criterion === criterion),
            ),
          })),
        ]
      : [],
  };
}
