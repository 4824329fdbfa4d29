import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { type Locale, LOCALES } from '#platform/contract';
import { AnswerMatcher } from './matching/index.js';
import { lessonsOf, rejectionsOf } from './suggestion-lessons.js';
import {
  LESSONS_REVISION,
  LIBRARY_ANSWERS,
  libraryAnswer,
  type LibraryAnswerRow,
  type PickRow,
  PICKS,
  type RefusalRow,
  REFUSALS_SAID,
} from './suggestion-lessons-query.js';

export type Matchers = Record<Locale, AnswerMatcher>;

/** Up to so many lessons of a language training takes a moment, and a question waits for it. */
const WAIT_FOR = 1200;
/** How long training may hold up other work of the process at a time. */
const BREATH_MS = 8;
/** Picks are not announced by a revision; they are looked for again after this time. */
const PICKS_FOR_MS = 60_000;

interface Built {
  revision: string;
  at: number;
  matchers: Matchers;
}

/**
 * The approved library in memory, to be matched with mentions. Every question asks the database for the revision, so
 * an approval or a correction made by any process counts from its commit on. A large library answers at once from
 * what needs no training, and fully when it is trained.
 */
@Injectable()
export class AnswerIndex {
  private built: Built | undefined;
  private building: { revision: string; done: Promise<Built> } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async matchers(): Promise<Matchers> {
    const revision = await this.revision();
    const built = this.built;
    if (built?.revision === revision) {
      if (Date.now() - built.at > PICKS_FOR_MS) void this.build(revision).catch(reportFailure);
      return built.matchers;
    }
    return (await this.build(revision)).matchers;
  }

  private build(revision: string): Promise<Built> {
    if (this.building?.revision === revision) return this.building.done;
    const done = this.read(revision).finally(() => {
      if (this.building?.done === done) this.building = undefined;
    });
    this.building = { revision, done };
    return done;
  }

  private async read(revision: string): Promise<Built> {
    const at = Date.now();
    const matchers = await this.readMatchers(new Date(at));
    const built = { revision, at, matchers };
    const small = LOCALES.every((language) => matchers[language].lessons <= WAIT_FOR);
    const trained = this.train(matchers).then(() => this.keep(built));
    if (small) await trained;
    else {
      // The trained index of before serves on where it knows as much.
      if (this.built?.revision !== revision) this.keep(built);
      trained.catch(reportFailure);
    }
    return built;
  }

  /** An older reading that took longer does not replace a newer one. */
  private keep(built: Built): void {
    if (!this.built || this.built.at <= built.at) this.built = built;
  }

  private async readMatchers(now: Date): Promise<Matchers> {
    const { manager } = this.dataSource;
    const [rows, picks, refusals]: [LibraryAnswerRow[], PickRow[], RefusalRow[]] = await Promise.all([
      manager.query(LIBRARY_ANSWERS),
      manager.query(PICKS),
      manager.query(REFUSALS_SAID),
    ]);
    const answers = rows.map(libraryAnswer);
    const matcher = (language: Locale) =>
      new AnswerMatcher(
        lessonsOf(language, answers, picks, now),
        language,
        rejectionsOf(language, answers, refusals, picks),
      );
    return { fr: matcher('fr'), en: matcher('en') };
  }

  private async train(matchers: Matchers): Promise<void> {
    let breath = performance.now();
    for (const language of LOCALES) {
      for (const _ of matchers[language].training()) {
        if (performance.now() - breath < BREATH_MS) continue;
        await setImmediate();
        breath = performance.now();
      }
    }
  }

  private async revision(): Promise<string> {
    const [row]: { revision: string }[] = await this.dataSource.query(LESSONS_REVISION);
    return row?.revision ?? '';
  }
}

function reportFailure(error: unknown): void {
  console.error('the index of answers could not be made:', error);
}
