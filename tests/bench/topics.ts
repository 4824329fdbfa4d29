import { parseArgs } from 'node:util';
import { compileTopicQueries, parseTopicQuery, type TopicQuery } from '#rules/topics';
import { topicDocument } from '#topics';
import { benchPosts } from './bench-posts.js';

/**
 * Mentions per second that are cut into words and matched against 1, 100, 1,000 and 10,000 topic queries, in turn in one
 * run. `npm run bench -- topics [--mentions N] [--rounds N]`
 */
export async function benchTopics(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: { mentions: { type: 'string', default: '5000' }, rounds: { type: 'string', default: '5' } },
  });
  const mentions = benchPosts(Number(values.mentions), new Date()).map((post) => ({
    text: post.text,
    authorHandle: post.author?.handle ?? null,
    authorName: post.author?.name ?? null,
    language: 'fr',
    languageKnown: true,
    network: post.network,
  }));
  const sizes = SIZES.map((queries) => {
    const started = performance.now();
    const index = compileTopicQueries(
      Array.from({ length: queries }, (_, place) => ({ id: String(place), query: queryNumber(place) })),
    );
    return { queries, index, compileMs: performance.now() - started, rates: [] as number[], matches: 0 };
  });
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const size of sizes) {
      const started = performance.now();
      size.matches = 0;
      for (const mention of mentions) size.matches += size.index.match(topicDocument(mention)).length;
      // The first round is for the compiler of the language.
      if (round > 0) size.rates.push(mentions.length / ((performance.now() - started) / 1000));
    }
  }
  const rateOf = (queries: number) => median(sizes.find((size) => size.queries === queries)?.rates ?? []);
  console.log(
    JSON.stringify({
      bench: 'topics',
      mentions: mentions.length,
      rounds: Number(values.rounds),
      sizes: sizes.map(({ queries, rates, matches, compileMs, index }) => ({
        queries,
        mentionsPerSecond: Math.round(median(rates)),
        matchesPerMention: Number((matches / mentions.length).toFixed(2)),
        candidatesPerMention: Number(
          (
            mentions
              .slice(0, 500)
              .reduce((sum, mention) => sum + index.candidates(topicDocument(mention)), 0) /
            Math.min(500, mentions.length)
          ).toFixed(1),
        ),
        compileMs: Math.round(compileMs),
      })),
      rateAt10000OverRateAt1: Number((rateOf(10_000) / rateOf(1)).toFixed(3)),
    }),
  );
}

const SIZES = [1, 100, 1000, 10_000];

/** Subjects of the posts, so that queries meet mentions; names are invented, as those of most watched brands are rare. */
const SUBJECTS = ['panne', 'retard*', 'refund', 'battery', 'chauffeur', 'strike', 'application', 'scooter*'];
const STEMS = ['lumen', 'ardo', 'veltis', 'nordane', 'kibra', 'solvo', 'orane', 'tessel', 'mirab', 'quint'];

/** The query of a number: names of a brand, its account and tag, with a subject; every twentieth watches a subject alone. */
function queryNumber(place: number): TopicQuery {
  // One in a thousand is the brand that the posts speak of.
  const brand = `${STEMS[place % STEMS.length]}${place % 1000 === 0 ? '' : place}`;
  const subject = SUBJECTS[place % SUBJECTS.length];
  const other = SUBJECTS[(place * 7 + 3) % SUBJECTS.length];
  const text =
    place % 20 === 10
      ? `"${subject?.replace('*', '')} ${brand}" OR (${subject} near/4 ${brand}*) OR #${brand}`
      : `(${brand} OR @${brand} OR #${brand} OR "groupe ${brand}") AND (${subject} OR ${other} OR price*) NOT (job* OR "we are hiring")`;
  const parsed = parseTopicQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.code}`);
  return parsed.query;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
