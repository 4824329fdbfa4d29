import type { Method } from '../contract-plan.js';

export const SPEED_THINKING: Method = {
  key: 'speed-thinking',
  name: { en: 'Speed thinking', fr: 'Pensée éclair' },
  summary: {
    en: 'Two or three minutes a round, first alone, then in pairs: too fast for the inner censor.',
    fr: 'Deux ou trois minutes par tour, d’abord seul, puis à deux : trop vite pour le censeur intérieur.',
  },
  sources: [{ text: 'K. Hudson, Speed Thinking: How to Thrive in a Time-Poor World (2010)', url: null }],
  fit: {
    objectives: { explore: 1, decide: 0, share: 0, imagine: 2, solve: 2, bind: 0 },
    people: { min: 4, max: 60 },
    minutes: { min: 10, max: 20 },
    places: { on_site: 2, remote: 2, mixed: 2 },
    trust: 'low',
  },
  phases: [
    {
      key: 'alone',
      title: { en: 'Alone', fr: 'Seul' },
      text: {
        en: 'Nine ideas, anything that comes. The pen does not stop.',
        fr: 'Neuf idées, tout ce qui vient. Le stylo ne s’arrête pas.',
      },
      minutes: 2,
      captures: ['idea'],
      grouping: null,
      voting: false,
    },
    {
      key: 'pairs_1',
      title: { en: 'In pairs', fr: 'À deux' },
      text: {
        en: 'Show each other your ideas; make new ones of them.',
        fr: 'Montrez-vous vos idées ; faites-en de nouvelles.',
      },
      minutes: 3,
      captures: ['idea'],
      grouping: { kind: 'pairs', size: 2, hostStays: false },
      voting: false,
    },
    {
      key: 'pairs_2',
      title: { en: 'In other pairs', fr: 'À deux, autrement' },
      text: {
        en: 'With somebody else: take the strangest idea further.',
        fr: 'Avec quelqu’un d’autre : poussez plus loin l’idée la plus étrange.',
      },
      minutes: 3,
      captures: ['idea'],
      grouping: { kind: 'pairs', size: 2, hostStays: false },
      voting: false,
    },
    {
      key: 'share',
      title: { en: 'Share', fr: 'Partager' },
      text: { en: 'Each pair says one idea aloud.', fr: 'Chaque paire dit une idée à voix haute.' },
      minutes: 5,
      captures: ['idea'],
      grouping: null,
      voting: false,
    },
  ],
  rules: [
    { en: 'The pen never stops.', fr: 'Le stylo ne s’arrête jamais.' },
    { en: 'No sorting, no crossing out.', fr: 'Ne pas trier, ne pas rayer.' },
    { en: 'The clock decides.', fr: 'C’est l’horloge qui décide.' },
  ],
  roles: [
    {
      name: { en: 'Timekeeper', fr: 'Gardien du temps' },
      text: {
        en: 'Starts and stops each round, without mercy.',
        fr: 'Lance et arrête chaque tour, sans pitié.',
      },
    },
  ],
  roomPlan: {
    on_site: { en: 'Standing, with something to write on.', fr: 'Debout, avec de quoi écrire.' },
    remote: { en: 'One video room, and one per pair.', fr: 'Une salle vidéo, et une par paire.' },
    mixed: {
      en: 'Pairs on site and pairs at a distance, not across.',
      fr: 'Des paires sur place et des paires à distance, sans mélange.',
    },
  },
  dots: 0,
  dotsPerItem: 1,
  whenNot: [
    {
      en: 'The subject is grave or personal: speed would be an insult.',
      fr: 'Le sujet est grave ou personnel : la vitesse serait une offense.',
    },
    { en: 'A worked-out plan is expected at the end.', fr: 'On attend à la fin un plan abouti.' },
  ],
  harvest: { en: 'Raw ideas.', fr: 'Des idées brutes.' },
};
