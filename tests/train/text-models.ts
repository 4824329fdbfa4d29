import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { eld } from 'eld/small';
import { textsOfCommonWords } from './common-words.js';
import { type LabelledText, readLabelled } from './labelled-texts.js';
import { makeModel, type ModelPlan } from './make-model.js';
import { polarityLexicon } from './polarity-lexicon.js';
import { withoutCopies } from './without-copies.js';

const UMSAB = {
  arabic: 'ar',
  english: 'en',
  french: 'fr',
  german: 'de',
  hindi: 'hi',
  italian: 'it',
  portuguese: 'pt',
  spanish: 'es',
} as const;
const SENTIMENTS = ['negative', 'neutral', 'positive'];

/** Any language but those; their texts go to eld. */
const OTHER = 'other';

interface Flags {
  data: string;
  out: string;
  lexicons: string | undefined;
  words: string | undefined;
  seed: number;
}

/**
 * `npm run train -- sentiment|offensive|emotion|irony|hate|language --data DIR [--lexicons DIR] [--words DIR] [--out DIR] [--seed N]`
 * DIR is laid out as the shared data: `sentiment/umsab/LANGUAGE/train.tsv`, `offensive/tweeteval/train.tsv`, … The
 * same data and seed give the same bytes. `val.tsv` calibrates and is not trained on.
 */
export function trainer(name: keyof typeof MODELS): (flags: string[]) => Promise<void> {
  return async (flags) => {
    const { values } = parseArgs({
      args: flags,
      options: {
        data: { type: 'string' },
        out: { type: 'string', default: 'libs/classification/weights' },
        lexicons: { type: 'string' },
        words: { type: 'string' },
        seed: { type: 'string', default: '1' },
      },
    });
    if (!values.data) throw new Error('Give the folder of the data: --data DIR');
    MODELS[name]({
      data: values.data,
      out: values.out,
      lexicons: values.lexicons,
      words: values.words,
      seed: Number(values.seed),
    });
  };
}

const MODELS = {
  sentiment(flags: Flags) {
    allLanguages(flags);
    english(flags);
  },
  offensive: (flags: Flags) =>
    tweetEval(flags, { name: 'offensive', revision: 2, classes: ['offensive', 'not-offensive'], bits: 16 }),
  irony: (flags: Flags) =>
    tweetEval(flags, { name: 'irony', revision: 2, classes: ['irony', 'not-irony'], bits: 15 }),
  hate: (flags: Flags) =>
    tweetEval(flags, { name: 'hate', revision: 2, classes: ['hate', 'not-hate'], bits: 16 }),
  emotion: (flags: Flags) =>
    tweetEval(flags, {
      name: 'emotion',
      revision: 1,
      classes: ['anger', 'joy', 'optimism', 'sadness'],
      bits: 15,
    }),
  language(flags: Flags) {
    const languages = Object.entries(UMSAB).filter(([, code]) => code !== 'hi');
    const texts = (part: string) =>
      languages.flatMap(([folder, code]) =>
        readLabelled(path.join(flags.data, 'sentiment/umsab', folder, `${part}.tsv`)).map(({ text }) => ({
          text,
          label: code,
        })),
      );
    if (flags.words === undefined) throw new Error('Give the folder of the common words: --words DIR');
    const codes = languages.map(([, code]) => code);
    const plan = { name: 'language', classes: [...codes, OTHER], bits: 16 };
    const more = semEval(flags)
      .filter((_, at) => at % 6 === 0)
      .map(({ text }) => ({ text, label: 'en' }));
    const training = [
      ...[...texts('train'), ...more].filter(({ text, label }) => !isOther(text, label)),
      ...textsOfCommonWords(flags.words, Object.fromEntries(languages), OTHER, flags.seed),
    ];
    makeModel({ ...plan, ...base(flags), revision: 2, fewest: 3 }, training, texts('val'), flags.out);
  },
};

/** Whether eld is sure that a text is not in the language of its folder: a tenth of the German ones are English. */
function isOther(text: string, language: string): boolean {
  const said = eld.detect(text.replace(/https?\S*|[@#]\S+/g, ' '));
  return said.isReliable() && said.language !== language;
}

function base({ seed }: Flags) {
  return { revision: 1, fewest: 2, passes: 8, seed, cost: 0.3 };
}

/** All eight languages in one table; it serves every language but English. */
function allLanguages(flags: Flags): void {
  const read = (part: string) =>
    Object.entries(UMSAB).flatMap(([folder, language]) =>
      readLabelled(path.join(flags.data, 'sentiment/umsab', folder, `${part}.tsv`)).map((one) => ({
        ...one,
        language,
      })),
    );
  const heldOut = read('val');
  const lexicon = polarityLexicon(Object.values(UMSAB), flags.lexicons);
  const plan: ModelPlan = { ...base(flags), name: 'sentiment', classes: SENTIMENTS, bits: 19, lexicon };
  makeModel(plan, withoutCopies(read('train'), heldOut), heldOut, flags.out);
}

function english(flags: Flags): void {
  const file = (part: string) =>
    readLabelled(path.join(flags.data, 'sentiment/umsab/english', `${part}.tsv`));
  const heldOut = [...readLabelled(path.join(flags.data, 'sentiment/tweeteval/val.tsv')), ...file('val')];
  const lexicon = polarityLexicon(['en'], flags.lexicons);
  const plan: ModelPlan = {
    ...base(flags),
    name: 'sentiment-en',
    classes: SENTIMENTS,
    bits: 18,
    lexicon,
    fewest: 3,
  };
  makeModel(plan, withoutCopies([...semEval(flags), ...file('train')], heldOut), heldOut, flags.out);
}

/** The larger English set; it holds most texts of the others, in slightly other spellings. */
function semEval(flags: Flags): LabelledText[] {
  const file = path.join(flags.data, 'sentiment/semeval-english/train.tsv');
  return existsSync(file) ? readLabelled(file) : [];
}

function tweetEval(flags: Flags, part: Pick<ModelPlan, 'name' | 'revision' | 'classes' | 'bits'>): void {
  const read = (file: string) => readLabelled(path.join(flags.data, part.name, 'tweeteval', `${file}.tsv`));
  const lexicon = polarityLexicon(['en'], flags.lexicons);
  const heldOut = read('val');
  makeModel({ ...base(flags), ...part, lexicon }, withoutCopies(read('train'), heldOut), heldOut, flags.out);
}
