import { escalate, holding, incident, level, noReply, readyScenario, reply } from './draft.js';

const DOWN = 'The Lumen app is not working';

/** The app is down on a Monday morning: many voices, nobody in danger. */
export const SERVICE_OUTAGE = readyScenario(
  'service_outage',
  ['L’application tombe lundi matin', 'The app goes down on Monday morning'],
  [
    'Une panne, des milliers de retards, personne en danger. Dire ce qui marche encore, et ne pas monter trop haut.',
    'An outage, thousands of delays, nobody in danger. Say what still works, and do not go up too high.',
  ],
  { detection: 10, holding: 45, acknowledge: 20, level: 2 },
  [
    {
      ...{ at: 1, key: 'first', look: 'x', by: 'dominic' },
      fr: 'L’appli @LumenMobilite est en panne ? Écran de chargement depuis dix minutes',
      en: 'Is the @LumenMobilite app down? Stuck on loading for ten minutes',
      ask: [reply(20, DOWN)],
      note: ['Premier signe.', 'The first sign.'],
    },
    {
      ...{ at: 3, key: 'second', look: 'facebook', by: 'jeanne' },
      fr: 'Impossible de me connecter à l’appli Lumen, je rate mon bus ! #LumenDown',
      en: 'Cannot log in to the Lumen app, missing my bus! #LumenDown',
      ask: [reply(20, DOWN), escalate(15, 'product')],
      note: ['Deux voix : prévenir l’exploitation.', 'Two voices: tell operations.'],
    },
    {
      ...{ at: 6, key: 'ticket', look: 'x', by: 'elsa' },
      fr: 'L’appli est en panne, mon billet ne s’affiche pas et il y a un contrôle. Je fais quoi @LumenMobilite ?',
      en: 'The app is down, my ticket does not show and there is an inspection. What do I do @LumenMobilite?',
      ask: [reply(10, 'My ticket or QR code does not show in the app')],
      note: ['Dire ce qui marche encore.', 'Say what still works.'],
    },
    {
      ...{ at: 9, key: 'trip', look: 'mastodon', by: 'bilal' },
      fr: 'Mon trajet ne se termine pas, le compteur tourne, l’appli est en panne. @LumenMobilite',
      en: 'My ride does not end, the meter is running, the app keeps crashing. @LumenMobilite',
      ask: [reply(20, 'My trip does not end and the meter is still running')],
      note: ['De l’argent est en jeu.', 'Money is at stake.'],
    },
    {
      ...{ at: 10, key: 'locked', look: 'facebook', by: 'nadia' },
      fr: 'L’appli @LumenMobilite est en panne et mon vélo reste verrouillé. Inadmissible un lundi matin.',
      en: 'The @LumenMobilite app is down and my bike stays locked. Unacceptable on a Monday morning.',
      note: ['Les voix se multiplient.', 'More and more voices.'],
    },
    {
      ...{ at: 11, key: 'late', look: 'bluesky', by: 'tomas' },
      fr: 'Encore en panne, l’appli @LumenMobilite, et je suis en retard au travail. Marre.',
      en: 'The @LumenMobilite app keeps crashing again and I am late for work. Fed up.',
      note: ['Le ton monte.', 'The tone rises.'],
    },
    {
      ...{ at: 12, key: 'wave', look: 'x', by: 'kim' },
      fr: 'L’appli @LumenMobilite est en panne, toute la ville à pied. #LumenDown',
      en: 'The @LumenMobilite app is down and keeps crashing, the whole town is walking. #LumenDown',
      ask: [level(15, 2), holding(30), incident(30)],
      note: ['La vague : niveau 2, pas plus.', 'The wave: level 2, and no more.'],
    },
    {
      ...{ at: 13, key: 'iris', look: 'instagram', by: 'iris', picture: 'app-that-loads' },
      fr: 'Écran de chargement depuis une demi-heure : l’appli @LumenMobilite est en panne. Capture. #LumenDown',
      en: 'Stuck on loading for half an hour: the @LumenMobilite app is down and keeps crashing. Screenshot. #LumenDown',
      note: ['La panne se voit.', 'The outage can be seen.'],
    },
    {
      ...{ at: 14, key: 'radio', look: 'feed', by: 'radio' },
      fr: 'L’appli @LumenMobilite est en panne ce matin, des milliers d’usagers bloqués. #LumenDown',
      en: 'The @LumenMobilite app is down this morning and keeps crashing, thousands of riders stuck. #LumenDown',
      note: ['La radio le dit : ni plus, ni moins.', 'The radio says so: no more, no less.'],
    },
    {
      ...{ at: 15, key: 'joke', look: 'bluesky', by: 'joker' },
      fr: 'Lumen invente la marche à pied connectée. #LumenDown',
      en: 'Lumen invents connected walking. #LumenDown',
      ask: [noReply(30)],
      note: ['Une plaisanterie reste au niveau 0.', 'A joke stays at level 0.'],
    },
    {
      ...{ at: 22, key: 'hacked', look: 'x', by: 'farouk', unless: ['wave', 'holding_statement'] },
      fr: 'On me dit que l’appli @LumenMobilite est en panne parce qu’elle a été piratée. Vrai ?',
      en: 'I hear the @LumenMobilite app is down because it was hacked. True?',
      ask: [reply(15, DOWN), escalate(15, 'security')],
      note: ['La rumeur naît du silence.', 'Rumour grows out of silence.'],
    },
    {
      ...{ at: 30, key: 'refund', look: 'facebook', by: 'grace' },
      fr: 'J’ai été débitée deux fois pendant la panne de l’appli, je veux être remboursée @LumenMobilite',
      en: 'I was charged twice during the app outage, I want my refund @LumenMobilite',
      ask: [reply(30, 'I was charged twice')],
      note: ['L’après-panne commence.', 'The aftermath begins.'],
    },
  ],
);
