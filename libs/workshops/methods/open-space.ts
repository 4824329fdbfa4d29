import type { Method } from '../contract-plan.js';

const session = (number: number): Method['phases'][number] => ({
  key: `session_${number}`,
  title: { en: `Sessions ${number}`, fr: `Sessions ${number}` },
  text: {
    en: 'Go where you learn or contribute. Whoever called the session sees that it is written down.',
    fr: 'Allez là où vous apprenez ou contribuez. Qui a convoqué la session veille à ce qu’elle soit notée.',
  },
  minutes: 45,
  captures: ['note', 'idea', 'question'],
  grouping: { kind: 'sessions', size: 12, hostStays: false },
  voting: false,
});

export const OPEN_SPACE: Method = {
  key: 'open-space',
  name: { en: 'Open Space', fr: 'Forum ouvert' },
  summary: {
    en: 'People make the agenda themselves from what is urgent to them, and work where they are needed.',
    fr: 'Les participants font eux-mêmes l’ordre du jour à partir de ce qui presse, et travaillent là où ils sont utiles.',
  },
  sources: [
    { text: 'H. Owen, Open Space Technology: A User’s Guide (1992; 3rd edition 2008)', url: null },
    { text: 'Open Space World', url: 'https://openspaceworld.org' },
  ],
  fit: {
    objectives: { explore: 2, decide: 1, share: 2, imagine: 1, solve: 3, bind: 2 },
    people: { min: 10, max: 500 },
    minutes: { min: 180, max: 2880 },
    places: { on_site: 2, remote: 1, mixed: 1 },
    trust: 'medium',
  },
  phases: [
    {
      key: 'market',
      title: { en: 'Circle and market', fr: 'Cercle et place du marché' },
      text: {
        en: 'Whoever cares about an issue names it and calls a session. Then everybody reads the wall and signs up.',
        fr: 'Qui tient à un sujet le nomme et convoque une session. Puis chacun lit le mur et s’inscrit.',
      },
      minutes: 30,
      captures: ['session'],
      grouping: null,
      voting: false,
    },
    session(1),
    session(2),
    session(3),
    {
      key: 'closing',
      title: { en: 'Closing circle', fr: 'Cercle de clôture' },
      text: {
        en: 'What do I take with me, what will I do? Give your dots to what must go on.',
        fr: 'Qu’est-ce que j’emporte, que vais-je faire ? Vos points vont à ce qui doit continuer.',
      },
      minutes: 20,
      captures: ['commitment'],
      grouping: null,
      voting: true,
    },
  ],
  rules: [
    { en: 'Whoever comes are the right people.', fr: 'Les personnes qui viennent sont les bonnes.' },
    {
      en: 'Whatever happens is the only thing that could have.',
      fr: 'Ce qui arrive est la seule chose qui pouvait arriver.',
    },
    { en: 'Whenever it starts is the right time.', fr: 'Quand cela commence, c’est le bon moment.' },
    { en: 'When it is over, it is over.', fr: 'Quand c’est fini, c’est fini.' },
    {
      en: 'Law of two feet: where you neither learn nor contribute, go elsewhere.',
      fr: 'Loi des deux pieds : là où l’on n’apprend ni ne contribue, on va ailleurs.',
    },
  ],
  roles: [
    {
      name: { en: 'Convener', fr: 'Initiateur' },
      text: {
        en: 'Calls a session, opens it, sees that its report is written.',
        fr: 'Convoque une session, l’ouvre, veille à son compte rendu.',
      },
    },
    {
      name: { en: 'Facilitator', fr: 'Facilitateur' },
      text: {
        en: 'Opens the space, then holds it without leading.',
        fr: 'Ouvre l’espace, puis le tient sans diriger.',
      },
    },
    {
      name: { en: 'Sponsor', fr: 'Commanditaire' },
      text: {
        en: 'Names the theme and says what will be done with the reports.',
        fr: 'Nomme le thème et dit ce qu’il sera fait des comptes rendus.',
      },
    },
  ],
  roomPlan: {
    on_site: {
      en: 'One circle for all, a wall with places and times, corners or rooms for the sessions.',
      fr: 'Un cercle pour tous, un mur avec lieux et horaires, des coins ou des salles pour les sessions.',
    },
    remote: {
      en: 'One video room for the circle, one per session place; people may leave one and enter another at any time.',
      fr: 'Une salle vidéo pour le cercle, une par lieu de session ; on peut en quitter une pour une autre à tout moment.',
    },
    mixed: {
      en: 'Each place has a screen and a link; somebody in each holds the rules for those who are far.',
      fr: 'Chaque lieu a un écran et un lien ; quelqu’un y tient les règles pour ceux qui sont loin.',
    },
  },
  dots: 5,
  dotsPerItem: 3,
  whenNot: [
    {
      en: 'The sponsor wants a result known beforehand, or cannot let go of the agenda.',
      fr: 'Le commanditaire veut un résultat connu d’avance, ou ne peut lâcher l’ordre du jour.',
    },
    {
      en: 'The matter is simple and somebody knows the answer: just do it.',
      fr: 'L’affaire est simple et quelqu’un connaît la réponse : faites-le.',
    },
  ],
  harvest: { en: 'A report per session.', fr: 'Un compte rendu par session.' },
};
