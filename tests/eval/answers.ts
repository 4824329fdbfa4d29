import MiniSearch from 'minisearch';
import { parseArgs } from 'node:util';
import { AnswerMatcher } from '#answers';
import { holdOutFifth, type LabelledText, readFirst } from './labelled-texts.js';
import { accuracyAt, auroc } from './ranking-figures.js';

interface Ranking {
  /** Labels, best first, three at least where there are as many. */
  labels: string[];
  /** The greater, the more likely it is that something fits. */
  fits: number;
}
type Ranker = (text: string) => Ranking;

/**
 * Finding the answer to a question, learned from examples: `npm run eval -- answers --data DIR [--language en|fr]`.
 * DIR holds train.csv (text,category) or train.tsv (label TAB text); test.csv or test.tsv, else a fixed fifth of train is
 * held out; oos_test.tsv or oos_val.tsv for what no answer fits. Accuracies and AUROC in percent, beside BM25
 * (minisearch) in the same run.
 */
export async function evaluateAnswers(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: { data: { type: 'string' }, language: { type: 'string', default: 'en' } },
  });
  const folder = values.data;
  const all = folder ? readFirst(folder, ['train.csv', 'train.tsv']) : null;
  if (!folder || !all || all.length === 0) {
    console.error('--data DIR must hold train.csv (text,category) or train.tsv (label TAB text)');
    process.exit(2);
  }
  const given = readFirst(folder, ['test.csv', 'test.tsv']);
  const { train, test } = given ? { train: all, test: given } : holdOutFifth(all);
  const outside = readFirst(folder, ['oos_test.tsv', 'oos_val.tsv']) ?? [];
  const language = values.language === 'fr' ? 'fr' : 'en';
  console.log(
    JSON.stringify({
      eval: 'answers',
      wordings: train.length,
      answers: new Set(train.map(({ label }) => label)).size,
      queries: test.length,
      heldOut: given ? 'test file' : 'a fifth of train',
      outOfScope: outside.length,
      ...measure(() => matcherRanker(train, language), test, outside),
      bm25: measure(() => bm25Ranker(train), test, outside),
    }),
  );
}

function measure(build: () => Ranker, test: readonly LabelledText[], outside: readonly LabelledText[]) {
  const building = performance.now();
  const rank = build();
  const indexSeconds = (performance.now() - building) / 1000;
  const started = performance.now();
  const inside = test.map(({ text }) => rank(text));
  const out = outside.map(({ text }) => rank(text));
  const seconds = (performance.now() - started) / 1000;
  const right = test.map(({ label }) => label);
  return {
    'accuracy@1': accuracyAt(
      1,
      inside.map(({ labels }) => labels),
      right,
    ),
    'accuracy@3': accuracyAt(
      3,
      inside.map(({ labels }) => labels),
      right,
    ),
    outOfScopeAuroc: auroc(
      inside.map(({ fits }) => fits),
      out.map(({ fits }) => fits),
    ),
    queriesPerSecond: Math.round((test.length + outside.length) / seconds),
    indexSeconds: Math.round(indexSeconds * 100) / 100,
  };
}

function matcherRanker(train: readonly LabelledText[], language: 'en' | 'fr'): Ranker {
  const wordings = train.map(({ text, label }) => ({ answerId: label, text, weight: 1 }));
  const matcher = new AnswerMatcher(wordings, language).train();
  return (text) => {
    const { candidates, fits } = matcher.match(text);
    return {
      labels: candidates.slice(0, 3).map(({ answerId }) => answerId),
      fits,
    };
  };
}

/** Each wording a document; an answer ranks by its best wording. */
function bm25Ranker(train: readonly LabelledText[]): Ranker {
  const search = new MiniSearch<{ id: number; text: string; label: string }>({
    fields: ['text'],
    storeFields: ['label'],
  });
  search.addAll(train.map(({ text, label }, id) => ({ id, text, label })));
  return (text) => {
    const hits = search.search(text);
    const labels = new Set<string>();
    for (const hit of hits) {
      labels.add(String(hit['label']));
      if (labels.size === 3) break;
    }
    return { labels: [...labels], fits: hits[0]?.score ?? 0 };
  };
}
