import type { Locale } from '#platform/contract';
import { frenchSpacesThroughout } from '#platform/typography';
import type { FigureCode } from './definitions.js';

interface FigureWords {
  name: string;
  /** What exactly is counted, for whoever asks. */
  meaning: string;
}

/** How each figure is called and what it means, on screens and in mails. */
export const FIGURE_WORDS: Record<Locale, Record<FigureCode, FigureWords>> = {
  en: {
    mentions: { name: 'Mentions', meaning: 'Posts, comments and articles published in the range.' },
    negativeShare: { name: 'Negative share', meaning: 'Share of these mentions whose tone is negative.' },
    reach: {
      name: 'Reach',
      meaning:
        'Followers of those who spoke on the days (UTC) of the range. An author counts once a day and language, so who spoke on two days counts for both.',
    },
    topicsRaised: { name: 'Topics above calm', meaning: 'Topics whose crisis level is 1 or more now.' },
    incidentsOpen: { name: 'Open incidents', meaning: 'Incidents that are declared and not closed now.' },
    backlog: {
      name: 'Waiting',
      meaning: 'Mentions that are new or in progress now, whenever they were published.',
    },
    responseMedian: {
      name: 'Time to first reply',
      meaning:
        'From publication of a mention to its first reply: half of the replies sent in the range were faster.',
    },
    responseP90: {
      name: 'Slowest tenth of replies',
      meaning: 'From publication to first reply: nine out of ten replies sent in the range were faster.',
    },
    replies: { name: 'Replies', meaning: 'First replies to mentions, sent in the range.' },
    fromLibrary: {
      name: 'From the library',
      meaning: 'Share of these replies for which nobody had to be asked for an answer or a decision.',
    },
    messagePenetration: {
      name: 'With a key message',
      meaning: 'Share of these replies whose answer carries a key message.',
    },
    escalationsOpen: { name: 'Escalations open', meaning: 'Escalations that wait for a decision now.' },
    escalationsOverdue: {
      name: 'Overdue',
      meaning: 'Open escalations that nobody took in their first step, or that were not decided in time.',
    },
    acknowledgedInTime: {
      name: 'Taken in time',
      meaning:
        'Of the escalations opened in the range and taken by somebody, the share taken within the first step.',
    },
    approvalMedian: {
      name: 'Time to approve',
      meaning:
        'From submitting an answer to the decision of a department: half of the decisions were faster.',
    },
  },
  fr: frenchSpacesThroughout({
    mentions: {
      name: 'Mentions',
      meaning: 'Publications, commentaires et articles publiés dans la période.',
    },
    negativeShare: { name: 'Part négative', meaning: 'Part de ces mentions dont la tonalité est négative.' },
    reach: {
      name: 'Portée',
      meaning:
        'Abonnés de celles et ceux qui ont parlé les jours (UTC) de la période. Un auteur compte une fois par jour et par langue ; s’il a parlé deux jours, il compte pour les deux.',
    },
    topicsRaised: {
      name: 'Sujets hors veille',
      meaning: 'Sujets dont le niveau de crise est de 1 ou plus en ce moment.',
    },
    incidentsOpen: {
      name: 'Incidents ouverts',
      meaning: 'Incidents déclarés et pas encore clos en ce moment.',
    },
    backlog: {
      name: 'En attente',
      meaning: 'Mentions nouvelles ou en cours en ce moment, quelle que soit leur date.',
    },
    responseMedian: {
      name: 'Délai de première réponse',
      meaning:
        'De la publication d’une mention à sa première réponse : la moitié des réponses de la période sont parties plus vite.',
    },
    responseP90: {
      name: 'Dixième le plus lent',
      meaning: 'De la publication à la première réponse : neuf réponses sur dix sont parties plus vite.',
    },
    replies: {
      name: 'Réponses publiées',
      meaning: 'Premières réponses à des mentions, parties dans la période.',
    },
    fromLibrary: {
      name: 'Depuis la bibliothèque',
      meaning:
        'Part de ces réponses pour lesquelles il n’a fallu demander ni réponse ni décision à personne.',
    },
    messagePenetration: {
      name: 'Avec un message clé',
      meaning: 'Part de ces réponses qui portent un message clé.',
    },
    escalationsOpen: {
      name: 'Escalades ouvertes',
      meaning: 'Escalades qui attendent une décision en ce moment.',
    },
    escalationsOverdue: {
      name: 'En retard',
      meaning:
        'Escalades ouvertes que personne n’a prises à la première étape, ou qui n’ont pas été décidées à temps.',
    },
    acknowledgedInTime: {
      name: 'Prises à temps',
      meaning:
        'Parmi les escalades ouvertes dans la période et prises, part de celles prises dès la première étape.',
    },
    approvalMedian: {
      name: 'Délai de validation',
      meaning:
        'De la soumission d’une réponse à la décision d’une direction : la moitié des décisions ont été plus rapides.',
    },
  }),
};
