import type { Locale } from '#platform/contract';
import { frenchSpacesThroughout } from '#platform/typography';
import type { ReactionKind } from './contract-scenario.js';
import type { MeasuredCriterion, ObservedCriterion } from './criteria.js';
import type { OutcomeState } from './outcomes.js';

interface DebriefWords {
  mark: string;
  debriefing: string;
  speed: string;
  language: Record<Locale, string>;
  grid: string;
  overall: string;
  ofHundred: string;
  noScore: string;
  target: string;
  nothing: string;
  never: string;
  criteria: Record<MeasuredCriterion | ObservedCriterion, string>;
  level: string;
  share: string;
  observers: string;
  timeline: string;
  came: string;
  byHand: string;
  asked: Record<ReactionKind, string>;
  replyWith: string;
  escalateTo: string;
  due: string;
  doneAt: string;
  outcomes: Record<OutcomeState, string>;
  happened: string;
  what: Record<'reply' | 'no_reply' | 'escalation' | 'incident' | 'level', string>;
  notes: string;
  lessons: string;
  worked: string;
  failed: string;
  next: string;
  none: string;
  comparison: string;
  comparisonChart: string;
  thisOne: string;
  from: string;
}

/** The words of the debriefing as a file, which stands outside the console; `{…}` is filled in. */
export const DEBRIEF_WORDS: Readonly<Record<Locale, DebriefWords>> = {
  en: {
    mark: 'EXERCISE – nothing in it is real',
    debriefing: 'Debriefing of a drill',
    speed: '{speed} times the speed',
    language: { fr: 'posts in French', en: 'posts in English' },
    grid: 'Evaluation',
    overall: 'Overall',
    ofHundred: '{score} of 100',
    noScore: 'no score',
    target: 'target {target}',
    nothing: 'nothing to measure',
    never: 'did not happen',
    criteria: {
      detection: 'Detection',
      level: 'Level reached',
      holding_statement: 'First holding statement',
      in_time: 'Reactions in time',
      right_answer: 'Right answer picked',
      replies: 'No wrong or missing replies',
      acknowledged: 'Escalations taken in time',
      messages: 'Replies that carry a key message',
      roles: 'Roles are clear',
      coordination: 'Work together',
      tone: 'Right tone',
      record: 'Decisions on record',
    },
    level: 'level {level}',
    share: '{share} of {all}',
    observers: 'Observers',
    timeline: 'Expected against done',
    came: '{time} · {author} ({network})',
    byHand: 'let come by {name}',
    asked: {
      reply: 'Reply with an approved answer',
      no_reply: 'No reply, on purpose',
      escalate: 'Escalate',
      incident: 'Declare an incident',
      holding_statement: 'Publish a holding statement',
      level: 'The topic stands at level {level} or more',
    },
    replyWith: 'Reply with “{answer}”',
    escalateTo: 'Escalate to {department}',
    due: 'due at {time}',
    doneAt: 'done at {time}',
    outcomes: {
      done: 'In time',
      late: 'Late',
      wrong: 'Wrong',
      missing: 'Missing',
      pending: 'Not due yet',
      not_measured: 'Not measured',
    },
    happened: 'What was done, in order',
    what: {
      reply: 'Reply published',
      no_reply: 'Decided not to reply',
      escalation: 'Escalation opened',
      incident: 'Incident declared',
      level: 'Level {level} reached',
    },
    notes: 'Notes',
    lessons: 'Lessons',
    worked: 'What worked',
    failed: 'What did not',
    next: 'What we do differently from now on',
    none: 'Nothing.',
    comparison: 'Compared with other drills',
    comparisonChart: 'Overall score of each drill, 0 to 100, the newest on the right',
    thisOne: 'this drill',
    from: 'Passerelle · times are those of the scenario · written on {date}',
  },
  fr: frenchSpacesThroughout({
    mark: 'EXERCICE – rien n’y est réel',
    debriefing: 'Débriefing d’un exercice',
    speed: '{speed} fois la vitesse',
    language: { fr: 'messages en français', en: 'messages en anglais' },
    grid: 'Évaluation',
    overall: 'Ensemble',
    ofHundred: '{score} sur 100',
    noScore: 'pas de note',
    target: 'cible {target}',
    nothing: 'rien à mesurer',
    never: 'n’a pas eu lieu',
    criteria: {
      detection: 'Détection',
      level: 'Niveau atteint',
      holding_statement: 'Premier message d’attente',
      in_time: 'Réactions à temps',
      right_answer: 'Bonne réponse choisie',
      replies: 'Ni réponse fausse ni oubli',
      acknowledged: 'Escalades prises à temps',
      messages: 'Réponses qui portent un message clé',
      roles: 'Rôles clairs',
      coordination: 'Travail ensemble',
      tone: 'Ton juste',
      record: 'Décisions consignées',
    },
    level: 'niveau {level}',
    share: '{share} de {all}',
    observers: 'Observateurs',
    timeline: 'Attendu et fait',
    came: '{time} · {author} ({network})',
    byHand: 'injecté par {name}',
    asked: {
      reply: 'Répondre par une réponse validée',
      no_reply: 'Ne pas répondre, par choix',
      escalate: 'Escalader',
      incident: 'Déclarer un incident',
      holding_statement: 'Publier un message d’attente',
      level: 'Le sujet est au niveau {level} ou plus',
    },
    replyWith: 'Répondre par « {answer} »',
    escalateTo: 'Escalader vers {department}',
    due: 'échéance {time}',
    doneAt: 'fait à {time}',
    outcomes: {
      done: 'À temps',
      late: 'En retard',
      wrong: 'Faux',
      missing: 'Manquant',
      pending: 'Pas encore dû',
      not_measured: 'Non mesuré',
    },
    happened: 'Ce qui a été fait, dans l’ordre',
    what: {
      reply: 'Réponse publiée',
      no_reply: 'Choix de ne pas répondre',
      escalation: 'Escalade ouverte',
      incident: 'Incident déclaré',
      level: 'Niveau {level} atteint',
    },
    notes: 'Notes',
    lessons: 'Enseignements',
    worked: 'Ce qui a marché',
    failed: 'Ce qui n’a pas marché',
    next: 'Ce que nous faisons autrement désormais',
    none: 'Rien.',
    comparison: 'Face aux autres exercices',
    comparisonChart: 'Note d’ensemble de chaque exercice, de 0 à 100, le plus récent à droite',
    thisOne: 'cet exercice',
    from: 'Passerelle · les temps sont ceux du scénario · écrit le {date}',
  }),
};

/** Fills a text; what a value holds is never read as a place to fill. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
