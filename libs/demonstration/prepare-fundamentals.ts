import type { DataSource } from 'typeorm';
import { FundamentalsService } from '#fundamentals';
import { LESSONS } from '#rules/fundamentals';
import { demoPerson } from './demo-person.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Who has read how many lessons, and how many days ago they began the first; one lesson a day. */
const READERS = [
  { email: 'elise.morvan@lumen.example', lessons: 7, daysAgo: 20 },
  { email: 'olivier.tanguy@lumen.example', lessons: 3, daysAgo: 9 },
  { email: 'nadia.benali@lumen.example', lessons: 2, daysAgo: 6 },
  { email: 'ines.kaddour@lumen.example', lessons: 2, daysAgo: 4 },
] as const;

/** Lessons that some people have begun, and whose questions they answered; the exercises are theirs to do. */
export async function prepareFundamentals(dataSource: DataSource, now: Date): Promise<void> {
  const fundamentals = new FundamentalsService(dataSource);
  for (const { email, lessons, daysAgo } of READERS) {
    const reader = await demoPerson(dataSource, (person) => person.email === email);
    for (const [index, lesson] of LESSONS.slice(0, lessons).entries()) {
      const begun = now.getTime() - (daysAgo - index) * DAY_MS;
      const { answers } = await fundamentals.begin(reader, lesson.key, new Date(begun));
      for (const { key: question, options } of lesson.questions) {
        const option = options.find(({ right }) => right);
        if (!option || answers.some((one) => one.question === question)) continue;
        const given = { question, option: option.key };
        await fundamentals.answer(
          reader,
          lesson.key,
          given,
          new Date(begun + (lesson.minutes + 1) * MINUTE_MS),
        );
      }
    }
  }
}
