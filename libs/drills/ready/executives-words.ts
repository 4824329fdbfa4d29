import { escalate, holding, incident, level, noReply, readyScenario, reply } from './draft.js';

const REMARKS = 'Remarks by the chief executive cause offence';

/** A sentence on the radio, out of place. */
export const EXECUTIVES_WORDS = readyScenario(
  'executives_words',
  ['Une phrase de trop', 'One sentence too many'],
  [
    'La directrice générale plaisante à la radio sur des clients blessés. Qui parle, et quand : elle, l’organisation, ou les deux ?',
    'The chief executive jokes on the radio about injured customers. Who speaks, and when: she, the organisation, or both?',
  ],
  { detection: 15, holding: 30, acknowledge: 20, level: 3 },
  [
    {
      ...{ at: 2, key: 'quote', look: 'x', by: 'gazette' },
      fr: 'La directrice générale de @LumenMobilite à notre micro, sur la cliente brûlée à la main : « si elle avait lu la notice… »',
      en: 'The chief executive of @LumenMobilite on our programme about the customer who was burned: “if she had read the manual…”',
      ask: [escalate(15, 'pr'), reply(30, 'I am a journalist, whom do I contact?')],
      note: ['Établir les mots exacts et leur contexte.', 'Establish the exact words and their context.'],
    },
    {
      ...{ at: 5, key: 'anger', look: 'x', by: 'dominic' },
      fr: 'Votre PDG se moque d’une femme brûlée ? Honte à vous @LumenMobilite',
      en: 'Your CEO mocks a woman who was burned? Shame on you @LumenMobilite',
      ask: [reply(40, REMARKS)],
      note: ['L’indignation commence.', 'Indignation begins.'],
    },
    {
      ...{ at: 8, key: 'victim', look: 'facebook', by: 'anna' },
      fr: 'La femme brûlée, c’est moi. J’attendais des excuses, pas ces mots de la directrice générale. @LumenMobilite',
      en: 'The woman who was burned, that is me. I expected an apology, not these words by your chief executive. @LumenMobilite',
      ask: [reply(20, REMARKS), escalate(15, 'legal')],
      note: [
        'La personne visée parle : elle passe avant la presse.',
        'The person concerned speaks: she comes before the press.',
      ],
    },
    {
      ...{ at: 12, key: 'satire', look: 'bluesky', by: 'joker' },
      fr: 'Nouvelle gamme Lumen : la notice ignifugée.',
      en: 'New from Lumen: the fireproof manual.',
      ask: [noReply(30)],
      note: ['Satire.', 'Satire.'],
    },
    {
      ...{ at: 16, key: 'spread', look: 'feed', by: 'courier' },
      fr: 'Tollé après les propos de la directrice générale de @LumenMobilite sur une cliente brûlée : appels au boycott.',
      en: 'Outcry over remarks by the chief executive of @LumenMobilite on a customer who was burned: calls to boycott.',
      ask: [level(15, 3), incident(20), holding(25)],
      note: ['Propos repris par la presse : niveau 3.', 'Taken up by the press: level 3.'],
    },
    {
      ...{ at: 19, key: 'video', look: 'instagram', by: 'kim', picture: 'speech-on-video' },
      fr: 'Je repasse les propos de la directrice générale @LumenMobilite : une cliente brûlée, et elle en rit. Honte. Vidéo.',
      en: 'Here are the chief executive’s remarks again, @LumenMobilite: a customer was burned, and she laughs. Shame on you. Video.',
      note: ['L’extrait circule.', 'The clip travels.'],
    },
    {
      ...{ at: 21, key: 'radio', look: 'feed', by: 'radio', media: true },
      fr: 'Les propos de la directrice générale de @LumenMobilite sur la cliente brûlée à la main : l’enregistrement complet.',
      en: 'The remarks of the chief executive of @LumenMobilite on the customer who was burned: the whole recording.',
      note: ['Chaque mot est vérifiable.', 'Every word can be checked.'],
    },
    {
      ...{ at: 24, key: 'staff', look: 'mastodon', by: 'loic' },
      fr: 'Salarié Lumen, j’ai honte d’apprendre les propos de la directrice générale par la radio. @LumenMobilite',
      en: 'I work for Lumen and am ashamed to hear of the chief executive’s remarks on the radio. @LumenMobilite',
      ask: [escalate(20, 'hr'), noReply(60)],
      note: [
        'Le personnel s’informe avant la presse, et pas en public.',
        'Staff are told before the press, and not in public.',
      ],
    },
    {
      ...{ at: 32, key: 'boycott', look: 'facebook', by: 'union', unless: ['spread', 'holding_statement'] },
      fr: 'Aucun regret de @LumenMobilite après les propos de la directrice générale. Nous appelons au boycott samedi.',
      en: 'No regret from @LumenMobilite after the chief executive’s remarks. We call for a boycott on Saturday.',
      ask: [reply(20, REMARKS)],
      note: ['Vient si rien n’a été dit.', 'Comes if nothing has been said.'],
    },
    {
      ...{ at: 38, key: 'calm', look: 'x', by: 'grace', onceDone: ['spread', 'holding_statement'] },
      fr: 'Bon, au moins @LumenMobilite a présenté des excuses claires. À suivre.',
      en: 'Well, at least @LumenMobilite has apologised clearly. Let us see.',
      note: ['Vient si la parole est venue à temps.', 'Comes if the word came in time.'],
    },
  ],
);
