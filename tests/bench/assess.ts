import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type AssessableMention, assess, detectLanguage, measuredModels } from '#classification';
import { compileLexicon, DEFAULT_LEXICON, tokenise } from '#rules/classification';
import { benchPosts } from './bench-posts.js';

/**
 * Mentions per second on one core: of the whole assessment, and of its parts alone.
 * `npm run bench -- assess [--mentions N] [--texts FILE]`; FILE holds one post a line, instead of the posts of the demonstration.
 * `perCpuSecond` counts the processor's time of this process, `perSecond` the clock's: they differ where others work.
 */
export async function benchAssess(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: { mentions: { type: 'string', default: '20000' }, texts: { type: 'string' } },
  });
  const mentions = mentionsOf(values.texts, Number(values.mentions));
  const lexicon = compileLexicon(DEFAULT_LEXICON);
  const started = performance.now();
  const model = measuredModels();
  for (const language of ['fr', 'en']) model.read('ready ?', language);
  detectLanguage('une phrase comme une autre');
  const loadMs = Math.round(performance.now() - started);
  const languages = mentions.map(({ text }) => detectLanguage(text));
  let at = 0;
  const known = () => languages[at++ % languages.length] ?? { language: 'und', known: false };
  const stages: [string, (mention: AssessableMention, index: number) => unknown][] = [
    ['words', ({ text }) => tokenise(text)],
    ['language', ({ text }) => detectLanguage(text)],
    ['models', ({ text }, index) => model.read(text, languages[index]?.language ?? 'und')],
    ['lexicon and rules', (mention) => assess(mention, lexicon, known)],
    ['whole', (mention) => assess(mention, lexicon, detectLanguage, { model })],
  ];
  const characters = mentions.reduce((sum, { text }) => sum + text.length, 0) / mentions.length;
  console.log(
    JSON.stringify({
      bench: 'assess',
      mentions: mentions.length,
      charactersPerMention: Math.round(characters),
      loadMs,
      stages: Object.fromEntries(stages.map(([name, work]) => [name, rate(mentions, work)])),
    }),
  );
}

function mentionsOf(file: string | undefined, count: number): AssessableMention[] {
  if (file === undefined) {
    return benchPosts(count, new Date('2026-01-05T10:00:00Z')).map(({ text, author, hasMedia }) => ({
      text,
      hasMedia,
      author: {
        followers: author?.followers ?? 0,
        handle: author?.handle ?? undefined,
        name: author?.name ?? undefined,
      },
    }));
  }
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.slice(0, count).map((line) => ({ text: line.slice(line.indexOf('\t') + 1) }));
}

/** The best of three rounds, after one to warm up. */
function rate(
  mentions: readonly AssessableMention[],
  work: (mention: AssessableMention, index: number) => unknown,
): { perSecond: number; perCpuSecond: number } {
  let best = { perSecond: 0, perCpuSecond: 0 };
  for (let round = 0; round < 4; round += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    mentions.forEach(work);
    const spent = process.cpuUsage(before);
    const perSecond = Math.round(mentions.length / ((performance.now() - started) / 1000));
    const perCpuSecond = Math.round(mentions.length / ((spent.user + spent.system) / 1e6));
    if (round > 0 && perCpuSecond > best.perCpuSecond) best = { perSecond, perCpuSecond };
  }
  return best;
}
