import type { Method } from '../contract-plan.js';

const session = (number: number): Method['phases'][number] => ({
  key: `session_${number}`,
  title: { en: `Sessions ${number}`, fr: `Sessions ${number}` },
  text: {
    en: 'Show, try, discuss. Take notes that others can use.',
    fr: 'Montrez, essayez, discutez. Prenez des notes utiles aux autres.',
  },
  minutes: 30,
  captures: ['note', 'idea'],
  grouping: { kind: 'sessions', size: 15, hostStays: false },
  voting: false,
});

export const BAR_CAMP: Method = {
  key: 'bar-camp',
  name: { en: 'BarCamp', fr: 'BarCamp' },
  summary: {
    en: 'A conference made by those who come: everybody brings know-how, nobody only watches.',
    fr: 'Une conférence faite par ceux qui viennent : chacun apporte un savoir-faire, personne ne fait que regarder.',
  },
  sources: [
    { text: '“The Rules of BarCamp” (2005)', url: 'http://barcamp.org/w/page/405173/TheRulesOfBarCamp' },
  ],
  fit: {
    objectives: { explore: 2, decide: 0, share: 3, imagine: 1, solve: 1, bind: 2 },
    people: { min: 15, max: 150 },
    minutes: { min: 180, max: 600 },
    places: { on_site: 2, remote: 1, mixed: 1 },
    trust: 'low',
  },
  phases: [
    {
      key: 'pitches',
      title: { en: 'Pitches', fr: 'Annonces' },
      text: {
        en: 'Who are you, in three words? What can you show or ask? One minute each.',
        fr: 'Qui êtes-vous, en trois mots ? Que pouvez-vous montrer ou demander ? Une minute chacun.',
      },
      minutes: 20,
      captures: ['session'],
      grouping: null,
      voting: true,
    },
    {
      key: 'grid',
      title: { en: 'Grid', fr: 'Grille' },
      text: {
        en: 'The proposals get a place and a time; the most wanted get the largest room.',
        fr: 'Les propositions reçoivent un lieu et une heure ; les plus demandées, la plus grande salle.',
      },
      minutes: 10,
      captures: ['session'],
      grouping: null,
      voting: false,
    },
    session(1),
    session(2),
    session(3),
    session(4),
    {
      key: 'closing',
      title: { en: 'Closing', fr: 'Clôture' },
      text: { en: 'One thing learned, one thing to try.', fr: 'Une chose apprise, une chose à essayer.' },
      minutes: 15,
      captures: ['commitment', 'note'],
      grouping: null,
      voting: false,
    },
  ],
  rules: [
    { en: 'No spectators, only participants.', fr: 'Pas de spectateurs, seulement des participants.' },
    {
      en: 'Speak of it, write of it: notes are for everybody.',
      fr: 'En parler, l’écrire : les notes sont à tous.',
    },
    { en: 'If you want to present, put it on the grid.', fr: 'Qui veut présenter s’inscrit sur la grille.' },
    {
      en: 'As many presentations at a time as there are places.',
      fr: 'Autant de présentations à la fois que de lieux.',
    },
  ],
  roles: [
    {
      name: { en: 'Presenter', fr: 'Intervenant' },
      text: { en: 'Anybody: shows, asks, learns.', fr: 'N’importe qui : montre, demande, apprend.' },
    },
    {
      name: { en: 'Keeper of the grid', fr: 'Gardien de la grille' },
      text: { en: 'Settles clashes and keeps the times.', fr: 'Règle les conflits et tient les horaires.' },
    },
  ],
  roomPlan: {
    on_site: {
      en: 'A room for all, several for the sessions with a screen each, the grid at the entrance.',
      fr: 'Une salle pour tous, plusieurs pour les sessions avec un écran chacune, la grille à l’entrée.',
    },
    remote: {
      en: 'One video room per column of the grid; screens can be shared by everybody.',
      fr: 'Une salle vidéo par colonne de la grille ; chacun peut partager son écran.',
    },
    mixed: {
      en: 'Each room streams both ways; a keeper reads out what remote people write.',
      fr: 'Chaque salle diffuse dans les deux sens ; un gardien lit ce qu’écrivent les distants.',
    },
  },
  dots: 5,
  dotsPerItem: 1,
  whenNot: [
    {
      en: 'People come to be told something: that is a meeting or a talk.',
      fr: 'Les gens viennent pour qu’on leur dise quelque chose : c’est une réunion ou une conférence.',
    },
    {
      en: 'The knowledge is in few heads: the others would have nothing to bring.',
      fr: 'Le savoir est dans peu de têtes : les autres n’auraient rien à apporter.',
    },
  ],
  harvest: { en: 'Session notes.', fr: 'Les notes des sessions.' },
};
