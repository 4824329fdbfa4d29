import type { AssessableMention, Assessment, DetectLanguage, Reason } from './assessment.js';
import { readAuthorKind } from './author-kind.js';
import { pointsOf, readAuthor, readEvidence, readWording } from './circumstances.js';
import type { CompiledLexicon, TermMatch } from './compiled-lexicon.js';
import { readHarm } from './harm.js';
import { adviceFor, readIntent } from './intent.js';
import { DEFAULT_LEVEL_THRESHOLDS, levelOf, levelReason, type LevelThresholds } from './level.js';
import { readSentiment, rounded } from './sentiment.js';
import { NO_SIGNALS, readSignals } from './signals.js';
import type { TextModel } from './text-model.js';
import { readTone } from './tone.js';
import { quote, tokenise, type Token } from './tokens.js';

export interface AssessOptions {
  thresholds?: LevelThresholds;
  model?: TextModel;
}

/**
 * Judges one mention, and says why. Pure: the same mention under the same lexicon gets the same assessment.
 *
 * severity (0-100) = harm (0-60) + evidence (0-10) + wording (0-10) + sentiment (0-10) + author (0-10). Evidence and
 * author add to a harm or a blame; to praise or to a plain question they add nothing.
 */
export function assess(
  mention: AssessableMention,
  lexicon: CompiledLexicon,
  detectLanguage: DetectLanguage,
  { thresholds = DEFAULT_LEVEL_THRESHOLDS, model }: AssessOptions = {},
): Assessment {
  const { text } = mention;
  const tokens = tokenise(text, MOST_TOKENS);
  const { language, languageKnown, declared } = languageOf(mention, tokens, detectLanguage);
  const root = languageKnown ? lexicon.languages.get(language) : lexicon.undetermined;
  const signals = root ? readSignals(root, tokens) : NO_SIGNALS;
  const words = (matches: readonly TermMatch[]) => quoted(text, tokens, matches);
  const spoken = (match: TermMatch) => normOf(tokens, match);

  const accounts = readEvidence(signals, mention.hasMedia === true, words);
  const told = (signals.found.get('evidence') ?? []).some((match) => match.weight >= FIRST_HAND_WEIGHT);
  const joking = signals.found.has('satirist') && !told && mention.hasMedia !== true;
  const harm = readHarm(signals, words, spoken, joking);
  const judged = model && tokens.length > 0 ? model.read(text, language) : undefined;
  const sentiment = readSentiment(signals, tokens, harm.points, words, judged?.sentiment);
  const tone = readTone(judged?.tone ?? null, sentiment.sentiment === 'negative');
  const blaming = harm.category !== 'none' || sentiment.sentiment === 'negative';
  const evidence = blaming && sentiment.sentiment !== 'positive' ? accounts : [];
  const wording = readWording(signals, words);
  const author = blaming && sentiment.sentiment !== 'positive' ? readAuthor(mention.author) : [];

  const kind = readAuthorKind(mention.author, text);

  const parts = [...harm.reasons, ...evidence, ...wording, ...sentiment.reasons, ...author];
  const severity = pointsOf(parts);
  const level = levelOf(severity, thresholds);
  const intent = readIntent(
    {
      signals,
      tokens,
      text,
      language,
      authorKind: mention.author?.kind,
      harm,
      sentiment: sentiment.sentiment,
      firstHand: told && harm.category !== 'none',
    },
    words,
  );

  return {
    language,
    languageKnown,
    sentiment: sentiment.sentiment,
    intent: intent.intent,
    harm: harm.category,
    severity,
    level,
    reasons: [
      languageReason(language, languageKnown, declared, root !== undefined),
      ...parts,
      ...(kind.reason ? [kind.reason] : []),
      ...tone.reasons,
      intent.reason,
      levelReason(severity, level, thresholds),
    ],
    advice: adviceFor(intent.intent, level),
    authorKind: kind.kind,
    ...(sentiment.confidence === undefined ? {} : { sentimentConfidence: rounded(sentiment.confidence) }),
    ...tone.fields,
    ...(judged ? { modelVersion: judged.version } : {}),
  };
}

/** What a post or the head of an article says within this many words decides; keeps the time of a text bounded. */
export const MOST_TOKENS = 3_000;
/** Evidence terms of this weight tell at first hand; lighter ones only point at a picture or a time. */
const FIRST_HAND_WEIGHT = 5;

function languageOf(
  mention: AssessableMention,
  tokens: readonly Token[],
  detectLanguage: DetectLanguage,
): { language: string; languageKnown: boolean; declared: boolean } {
  const detected = detectLanguage(mention.text);
  if (detected.known) return { language: detected.language, languageKnown: true, declared: false };
  const hint = mention.languageHint?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (/^[a-z]{2}$/.test(hint) && tokens.some((token) => /^\p{L}{2}/u.test(token.norm))) {
    return { language: hint, languageKnown: true, declared: true };
  }
  return { language: 'und', languageKnown: false, declared: false };
}

function languageReason(language: string, known: boolean, declared: boolean, hasLexicon: boolean): Reason {
  const reason = (code: string): Reason => ({ part: 'language', code, weight: 0, params: { language } });
  if (!known) return reason('undetermined');
  if (!hasLexicon) return reason('no-lexicon');
  return reason(declared ? 'declared' : 'detected');
}

function quoted(text: string, tokens: readonly Token[], matches: readonly TermMatch[]): string[] {
  const words = new Set<string>();
  for (const match of matches) {
    const first = tokens[match.first];
    const last = tokens[match.last];
    if (first && last) words.add(quote(text, first, last));
  }
  return [...words];
}

function normOf(tokens: readonly Token[], match: TermMatch): string {
  let norm = '';
  for (let at = match.first; at <= match.last; at += 1) norm += ` ${tokens[at]?.norm ?? ''}`;
  return norm;
}
