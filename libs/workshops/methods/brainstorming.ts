import type { Method } from '../contract-plan.js';

export const BRAINSTORMING: Method = {
  key: 'brainstorming',
  name: { en: 'Brainstorming (Osborn)', fr: 'Remue-méninges (Osborn)' },
  summary: {
    en: 'As many ideas as possible on one clear question; judging comes later.',
    fr: 'Le plus d’idées possible sur une question claire ; le jugement vient après.',
  },
  sources: [
    { text: 'A. F. Osborn, Applied Imagination (1953)', url: null },
    {
      text: 'M. Diehl, W. Stroebe, “Productivity loss in brainstorming groups”, Journal of Personality and Social Psychology 53 (1987), 497–509: why people write on their own before they speak',
      url: 'https://doi.org/10.1037/0022-3514.53.3.497',
    },
  ],
  fit: {
    objectives: { explore: 1, decide: 1, share: 0, imagine: 3, solve: 3, bind: 0 },
    people: { min: 4, max: 12 },
    minutes: { min: 30, max: 60 },
    places: { on_site: 2, remote: 2, mixed: 1 },
    trust: 'medium',
  },
  phases: [
    {
      key: 'frame',
      title: { en: 'Frame', fr: 'Cadrer' },
      text: {
        en: 'One question, clear and narrow enough to be answered with ideas.',
        fr: 'Une question, claire et assez étroite pour qu’on y réponde par des idées.',
      },
      minutes: 5,
      captures: ['question'],
      grouping: null,
      voting: false,
    },
    {
      key: 'diverge',
      title: { en: 'Diverge', fr: 'Diverger' },
      text: {
        en: 'First five minutes in silence, each on their own; then aloud, building on what others wrote.',
        fr: 'D’abord cinq minutes en silence, chacun pour soi ; puis à voix haute, en rebondissant sur les autres.',
      },
      minutes: 20,
      captures: ['idea'],
      grouping: null,
      voting: false,
    },
    {
      key: 'group',
      title: { en: 'Group', fr: 'Regrouper' },
      text: {
        en: 'What belongs together comes together, and each group gets a name.',
        fr: 'Ce qui va ensemble se rejoint, et chaque groupe reçoit un nom.',
      },
      minutes: 10,
      captures: ['idea'],
      grouping: null,
      voting: false,
    },
    {
      key: 'choose',
      title: { en: 'Choose', fr: 'Choisir' },
      text: {
        en: 'Give your dots. We speak about what got most, and about what is dear to somebody.',
        fr: 'Répartissez vos points. Nous parlons de ce qui en a le plus, et de ce à quoi quelqu’un tient.',
      },
      minutes: 10,
      captures: [],
      grouping: null,
      voting: true,
    },
  ],
  rules: [
    { en: 'No criticism.', fr: 'Pas de critique.' },
    { en: 'Wild ideas are welcome.', fr: 'Les idées folles sont bienvenues.' },
    { en: 'Quantity first.', fr: 'La quantité d’abord.' },
    { en: 'Build on the ideas of others.', fr: 'Rebondir sur les idées des autres.' },
  ],
  roles: [
    {
      name: { en: 'Facilitator', fr: 'Facilitateur' },
      text: {
        en: 'Stops criticism, keeps the pace, gives nobody the floor for long.',
        fr: 'Arrête la critique, tient le rythme, ne laisse à personne la parole longtemps.',
      },
    },
  ],
  roomPlan: {
    on_site: {
      en: 'One table, everybody sees the wall with the ideas.',
      fr: 'Une table, chacun voit le mur des idées.',
    },
    remote: {
      en: 'One video room; everybody writes here on their own screen.',
      fr: 'Une salle vidéo ; chacun écrit ici, sur son écran.',
    },
    mixed: {
      en: 'Everybody writes here, also those in the room, so that all ideas are equal.',
      fr: 'Tout le monde écrit ici, y compris dans la salle, pour que les idées soient à égalité.',
    },
  },
  dots: 5,
  dotsPerItem: 3,
  whenNot: [
    {
      en: 'The question is not clear yet: explore first.',
      fr: 'La question n’est pas encore claire : explorez d’abord.',
    },
    {
      en: 'A superior who judges is in the room.',
      fr: 'Un supérieur qui juge est dans la salle.',
    },
    {
      en: 'Facts are needed, not ideas: somebody has to find them out.',
      fr: 'Il faut des faits, non des idées : quelqu’un doit aller les chercher.',
    },
  ],
  harvest: { en: 'Grouped, voted ideas.', fr: 'Des idées regroupées et votées.' },
};
