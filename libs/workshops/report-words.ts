import type { Locale } from '#platform/contract';
import type { ItemKind, Objective, Place } from './contract-plan.js';

interface ReportWords {
  report: string;
  brief: string;
  sponsor: string;
  stake: string;
  strategy: string;
  objective: string;
  objectives: Record<Objective, string>;
  place: string;
  places: Record<Place, string>;
  people: string;
  method: string;
  sources: string;
  course: string;
  courseOf: (planned: number, real: string) => string;
  ungrouped: string;
  written: string;
  kinds: Record<ItemKind, string>;
  dots: (count: number) => string;
  anonymous: string;
  harvest: string;
  draft: string;
  message: string;
  note: (stakeholder: string) => string;
  due: (owner: string, day: string, done: boolean) => string;
  nothing: string;
  from: string;
}

/** The words of the report, which stands outside the console. */
export const REPORT_WORDS: Readonly<Record<Locale, ReportWords>> = {
  en: {
    report: 'Report of a workshop',
    brief: 'What it was for',
    sponsor: 'Sponsor',
    stake: 'At stake',
    strategy: 'Strategy it serves',
    objective: 'Objective',
    objectives: {
      explore: 'explore',
      decide: 'decide',
      share: 'share',
      imagine: 'imagine',
      solve: 'solve',
      bind: 'bind together',
    },
    place: 'Place',
    places: { on_site: 'on site', remote: 'remote', mixed: 'mixed' },
    people: 'People',
    method: 'Method',
    sources: 'After',
    course: 'How it went',
    courseOf: (planned, real) => `${planned} min planned, ${real} min taken`,
    ungrouped: 'Not grouped',
    written: 'What was written',
    kinds: {
      idea: 'Idea',
      story: 'Story',
      question: 'Question',
      dream: 'Dream',
      proposal: 'Proposition',
      commitment: 'Commitment',
      session: 'Session',
      note: 'Note',
    },
    dots: (count) => (count === 1 ? '1 dot' : `${count} dots`),
    anonymous: 'anonymous',
    harvest: 'What becomes of it',
    draft: 'Draft in the library',
    message: 'Draft of a key message',
    note: (stakeholder) => `Note on ${stakeholder}`,
    due: (owner, day, done) => `${owner}, by ${day}${done ? ' – done' : ''}`,
    nothing: 'Nothing.',
    from: 'Passerelle',
  },
  fr: {
    report: 'Compte rendu d’atelier',
    brief: 'À quoi il servait',
    sponsor: 'Commanditaire',
    stake: 'Enjeu',
    strategy: 'Stratégie servie',
    objective: 'Objectif',
    objectives: {
      explore: 'explorer',
      decide: 'décider',
      share: 'partager',
      imagine: 'imaginer',
      solve: 'résoudre',
      bind: 'souder',
    },
    place: 'Lieu',
    places: { on_site: 'sur place', remote: 'à distance', mixed: 'mixte' },
    people: 'Personnes',
    method: 'Méthode',
    sources: 'D’après',
    course: 'Le déroulé',
    courseOf: (planned, real) => `${planned} min prévues, ${real} min passées`,
    ungrouped: 'Non regroupé',
    written: 'Ce qui a été écrit',
    kinds: {
      idea: 'Idée',
      story: 'Histoire',
      question: 'Question',
      dream: 'Rêve',
      proposal: 'Proposition',
      commitment: 'Engagement',
      session: 'Session',
      note: 'Note',
    },
    dots: (count) => (count > 1 ? `${count} points` : `${count} point`),
    anonymous: 'anonyme',
    harvest: 'Ce qu’il en advient',
    draft: 'Brouillon dans la bibliothèque',
    message: 'Brouillon de message clé',
    note: (stakeholder) => `Note sur ${stakeholder}`,
    due: (owner, day, done) => `${owner}, pour le ${day}${done ? ' – fait' : ''}`,
    nothing: 'Rien.',
    from: 'Passerelle',
  },
};
