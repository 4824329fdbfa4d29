import type { Locale } from '#platform/contract';
import { french } from '#platform/typography';
import type { ReportSection } from './report-sections.js';

/** Words of situation reports, in files and mails. */
export const REPORT_WORDS: Readonly<
  Record<
    Locale,
    {
      title: (number: number) => string;
      draft: string;
      /** Of a report on a drill: it must never be taken for the real thing. */
      exercise: string;
      sections: Readonly<Record<ReportSection, string>>;
      levels: readonly string[];
      level: (name: string, byHand: boolean) => string;
      since: (time: string) => string;
      trend: (points: number) => string;
      lead: (name: string | null) => string;
      nextAt: (time: string | null) => string;
      due: (time: string) => string;
      by: (name: string) => string;
      nothing: string;
      networks: string;
      figures: string;
      period: (from: string, to: string) => string;
      /** What a figure was in the period before. */
      before: (value: string) => string;
      decision: (time: string, text: string) => string;
      mentionsChart: (most: number) => string;
      usual: string;
      levelChart: string;
      /** What the heights of that chart mean. */
      levelScale: (lowest: string, highest: string) => string;
      statements: string;
      tasks: string;
      tasksDone: (done: number, all: number) => string;
      dataOf: (time: string) => string;
      version: (version: number) => string;
      none: string;
    }
  >
> = {
  en: {
    title: (number) => `Situation report no. ${number}`,
    draft: 'Draft',
    exercise: 'EXERCISE – nothing in it is real',
    sections: {
      situation: 'Situation',
      known: 'What is known',
      unknown: 'What is not known yet',
      done: 'Done',
      under_way: 'Under way and due',
      messages: 'Messages in use',
      decisions: 'Decisions',
      next: 'Next steps',
    },
    levels: ['Monitoring', 'Watch', 'Alert', 'Crisis', 'Major crisis'],
    level: (name, byHand) => `Level: ${name}${byHand ? ' (set by hand)' : ''}`,
    since: (time) => `since ${time}`,
    trend: (points) =>
      points > 2
        ? 'rising over the last hour'
        : points < -2
          ? 'falling over the last hour'
          : 'steady over the last hour',
    lead: (name) => (name === null ? 'Nobody has accepted to lead yet.' : `Led by ${name}.`),
    nextAt: (time) => (time === null ? 'No further report is planned.' : `Next report: ${time}.`),
    due: (time) => `due ${time}`,
    by: (name) => `by ${name}`,
    nothing: 'Nothing to report.',
    networks: 'By network',
    figures: 'Figures',
    period: (from, to) => `From ${from} to ${to}`,
    before: (value) => `before: ${value}`,
    decision: (time, text) => `${time}: ${text}`,
    mentionsChart: (most) => `Mentions over time (highest: ${most})`,
    usual: 'dashed line: the usual volume',
    levelChart: 'Level over time',
    levelScale: (lowest, highest) => `the higher, the more serious: ${lowest} (a thin line) to ${highest}`,
    statements: 'Holding statements published',
    tasks: 'Checklist',
    tasksDone: (done, all) => `${done} of ${all} done`,
    dataOf: (time) => `Figures as of ${time}`,
    version: (version) => `version ${version}`,
    none: 'nothing to measure',
  },
  fr: {
    title: (number) => `Point de situation n° ${number}`,
    draft: 'Brouillon',
    exercise: 'EXERCICE – rien n’y est réel',
    sections: {
      situation: 'Situation',
      known: 'Ce qui est établi',
      unknown: 'Ce que l’on ignore encore',
      done: 'Fait',
      under_way: 'En cours et à faire',
      messages: 'Messages employés',
      decisions: 'Décisions',
      next: 'Suite',
    },
    levels: ['Veille', 'Pré-alerte', 'Alerte', 'Crise', 'Crise majeure'],
    level: (name, byHand) => french`Niveau : ${name}${byHand ? ' (fixé à la main)' : ''}`,
    since: (time) => `depuis le ${time}`,
    trend: (points) =>
      points > 2
        ? 'en hausse sur la dernière heure'
        : points < -2
          ? 'en baisse sur la dernière heure'
          : 'stable sur la dernière heure',
    lead: (name) =>
      name === null ? 'Personne n’a encore accepté de diriger la cellule.' : `Cellule dirigée par ${name}.`,
    nextAt: (time) => (time === null ? 'Aucun autre point n’est prévu.' : french`Prochain point : ${time}.`),
    due: (time) => `pour le ${time}`,
    by: (name) => `par ${name}`,
    nothing: 'Rien à signaler.',
    networks: 'Par réseau',
    figures: 'Chiffres',
    period: (from, to) => `Du ${from} au ${to}`,
    before: (value) => french`avant : ${value}`,
    decision: (time, text) => french`${time} : ${text}`,
    mentionsChart: (most) => french`Mentions dans le temps (maximum : ${most})`,
    usual: french`pointillé : le volume habituel`,
    levelChart: 'Niveau dans le temps',
    levelScale: (lowest, highest) =>
      french`plus c’est haut, plus c’est grave : de ${lowest} (un trait) à ${highest}`,
    statements: 'Messages d’attente publiés',
    tasks: 'Liste des tâches',
    tasksDone: (done, all) => `${done} sur ${all} faites`,
    dataOf: (time) => `Chiffres au ${time}`,
    version: (version) => `version ${version}`,
    none: 'rien à mesurer',
  },
};

/** Names of networks as they write themselves; others as they came in. */
export function networkName(network: string, locale: Locale): string {
  if (network === 'training') return locale === 'fr' ? 'Réseau d’entraînement' : 'Training network';
  return NETWORK_NAMES[network] ?? network;
}

const NETWORK_NAMES: Readonly<Record<string, string>> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  youtube: 'YouTube',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  feed: 'RSS',
};
