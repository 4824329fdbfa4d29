import { escalate, holding, incident, level, noReply, readyScenario, reply } from './draft.js';

const DISCRIMINATED = 'A customer says that Lumen discriminated against them';

/** A refusal on board is filmed, and it was not the first. */
export const DISCRIMINATION = readyScenario(
  'discrimination',
  ['Refusée à bord', 'Refused on board'],
  [
    'Une voyageuse en fauteuil est laissée à l’arrêt, la scène est filmée. D’autres voix s’y reconnaissent.',
    'A passenger in a wheelchair is left at the stop, and it is filmed. Other voices recognise themselves.',
  ],
  { detection: 15, holding: 45, acknowledge: 20, level: 3 },
  [
    {
      ...{ at: 2, key: 'refused', look: 'instagram', by: 'cleo', picture: 'bus-without-ramp' },
      fr: 'Le chauffeur @LumenMobilite a refusé de sortir la rampe et est parti en riant. Je suis en fauteuil. Discrimination, vidéo.',
      en: 'The @LumenMobilite driver refused to put the ramp out and left laughing. I use a wheelchair. Discrimination, video.',
      ask: [escalate(20, 'hr'), reply(40, DISCRIMINATED), level(15, 2)],
      note: ['Entendre la personne avant de s’exprimer.', 'Hear the person before speaking.'],
    },
    {
      ...{ at: 8, key: 'me_too', look: 'facebook', by: 'farouk' },
      fr: 'Même chose la semaine dernière avec ma mère handicapée. Discrimination ordinaire @LumenMobilite',
      en: 'Same last week with my disabled mother. Everyday discrimination @LumenMobilite',
      ask: [reply(40, DISCRIMINATED)],
      note: [
        'Une deuxième voix : ce n’est plus un cas isolé.',
        'A second voice: not a single case any more.',
      ],
    },
    {
      ...{ at: 12, key: 'ramp', look: 'x', by: 'elsa' },
      fr: 'La rampe du bus 7 est en panne depuis lundi, c’est prévu de la réparer @LumenMobilite ?',
      en: 'The ramp on bus 7 has been broken since Monday, will it be repaired @LumenMobilite?',
      ask: [reply(30, 'The ramp or the lift is out of order')],
      note: ['Une vraie question, dans le bruit.', 'A true question within the noise.'],
    },
    {
      ...{ at: 16, key: 'video', look: 'youtube', by: 'kim', media: true },
      fr: 'J’ai la vidéo complète : le chauffeur Lumen se moque d’elle. Discrimination, ça suffit. @LumenMobilite',
      en: 'I have the full video: the Lumen driver mocks her. Discrimination, enough is enough. @LumenMobilite',
      ask: [incident(20), holding(30)],
      note: ['La vidéo se répand : la cellule se réunit.', 'The video spreads: the cell meets.'],
    },
    {
      ...{ at: 19, key: 'witness', look: 'facebook', by: 'nadia', media: true },
      fr: 'J’étais dans ce bus @LumenMobilite, j’ai filmé aussi. C’est une discrimination, le chauffeur riait. Vidéo.',
      en: 'I was on that @LumenMobilite bus and I filmed it too. This is discrimination, the driver was laughing. Video.',
      note: ['Un témoin confirme.', 'A witness confirms.'],
    },
    {
      ...{ at: 22, key: 'insult', look: 'x', by: 'troll' },
      fr: 'encore une qui pleure pour être connue @LumenMobilite',
      en: 'another one crying for attention @LumenMobilite',
      ask: [noReply(30)],
      note: ['Ne pas répondre ; protéger la personne visée.', 'Do not answer; protect the person targeted.'],
    },
    {
      ...{
        at: 30,
        key: 'association',
        look: 'facebook',
        by: 'union',
        unless: ['video', 'holding_statement'],
      },
      fr: '@LumenMobilite se tait sur une discrimination filmée. Nous demandons des excuses et une enquête.',
      en: '@LumenMobilite says nothing about discrimination on film. We ask for an apology and an inquiry.',
      ask: [reply(20, DISCRIMINATED), escalate(20, 'legal')],
      note: ['Vient si rien n’a été dit.', 'Comes if nothing has been said.'],
    },
    {
      ...{ at: 33, key: 'radio', look: 'feed', by: 'radio', media: true },
      fr: 'Discrimination à bord d’un bus @LumenMobilite : la vidéo a été vue 300 000 fois. Témoignages à 18 h.',
      en: 'Discrimination on board a @LumenMobilite bus: the video has been seen 300,000 times. Witnesses at six.',
      note: ['La radio annonce des témoignages.', 'The radio announces witnesses.'],
    },
    {
      ...{ at: 36, key: 'press', look: 'feed', by: 'gazette' },
      fr: '« Elle m’a laissée sur le trottoir » : la vidéo de discrimination qui embarrasse @LumenMobilite. Une enquête est demandée.',
      en: '“I was left on the pavement”: the video of discrimination that embarrasses @LumenMobilite. An inquiry is demanded.',
      ask: [reply(30, 'I am a journalist, whom do I contact?'), escalate(20, 'pr'), level(15, 3)],
      note: ['La presse reprend : niveau 3.', 'The press takes it up: level 3.'],
    },
  ],
);
