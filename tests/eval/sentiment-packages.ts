import { createRequire } from 'node:module';

export type Judge = (text: string, language: string) => Promise<string> | string;

const require = createRequire(import.meta.url);

/** The usual choices of npm for sentiment, each with its documented border between the three classes. */
export function sentimentPackages(): Record<string, Judge> {
  return { 'sentiment (AFINN)': afinn(), 'vader-sentiment': vader(), '@nlpjs/sentiment': nlpjs() };
}

function afinn(): Judge {
  const Sentiment: new () => { analyze(text: string): { score: number } } = require('sentiment');
  const analyser = new Sentiment();
  return (text) => bySign(analyser.analyze(text).score);
}

function vader(): Judge {
  const { SentimentIntensityAnalyzer: analyser } = require('vader-sentiment') as {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
  };
  return (text) => {
    const { compound } = analyser.polarity_scores(text);
    return compound >= 0.05 ? 'positive' : compound <= -0.05 ? 'negative' : 'neutral';
  };
}

/** With the lexicon of the set's own language; it is told the language, which no other choice is. */
function nlpjs(): Judge {
  const { containerBootstrap } = require('@nlpjs/core');
  const { SentimentAnalyzer } = require('@nlpjs/sentiment');
  const container = containerBootstrap();
  for (const language of ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'pt']) {
    container.use(Object.values(require(`@nlpjs/lang-${language}`))[0]);
  }
  const analyser: {
    process(input: object): Promise<{ sentiment?: { score?: number } }>;
  } = new SentimentAnalyzer({ container });
  return async (text, language) => {
    const { sentiment } = await analyser.process({ utterance: text, text, locale: language });
    return bySign(sentiment?.score ?? 0);
  };
}

function bySign(score: number): string {
  return score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral';
}
