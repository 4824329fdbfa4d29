import type { DataSource } from 'typeorm';
import type { DayPost } from './day-plan.js';

/** What is said on the training network is a scenario, which the workers play as fast as the day passes. */
export async function playScenario(
  dataSource: DataSource,
  posts: readonly DayPost[],
  { from, speed, textOf }: { from: number; speed: number; textOf: (post: DayPost) => string },
): Promise<void> {
  const injects = posts.map((post) => ({
    atSeconds: post.at - from,
    authorHandle: `@person${post.number % 5}`,
    authorName: `Person ${post.number % 5}`,
    followers: 10,
    text: textOf(post),
  }));
  await dataSource.query(
    `insert into scenario (key, name_fr, name_en, description_fr, description_en, injects)
     values ('day', 'Une journée', 'A day', '', '', $1)`,
    [JSON.stringify(injects)],
  );
  await dataSource.query(
    `insert into scenario_run (scenario_key, state, speed) values ('day', 'playing', $1)`,
    [speed],
  );
}
