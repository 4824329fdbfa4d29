import { escalate, holding, incident, level, noReply, readyScenario, reply } from './draft.js';

const INJURY = 'Someone was burned or injured by the battery of a Lumen bike';

/** A battery hurts somebody: a weak signal first, then a first-hand report, then the press. */
export const PRODUCT_DEFECT = readyScenario(
  'product_defect',
  ['La batterie qui brûle', 'The battery that burns'],
  [
    'Un vélo chauffe, puis blesse. L’équipe voit-elle le signal faible, et dit-elle d’abord comment se mettre en sécurité ?',
    'A bike runs hot, then hurts somebody. Does the team see the weak signal, and does it say first how to stay safe?',
  ],
  { detection: 10, holding: 30, acknowledge: 15, level: 3 },
  [
    {
      ...{ at: 1, key: 'ordinary', look: 'x', by: 'elsa' },
      fr: 'Le vélo Lumen de la station Halles ne se déverrouille pas, une idée @LumenMobilite ?',
      en: 'The Lumen bike at Halles will not unlock, any idea @LumenMobilite?',
      ask: [reply(30, 'The bike or scooter does not unlock')],
      note: ['Une question de tous les jours.', 'A question like every day’s.'],
    },
    {
      ...{ at: 4, key: 'hot', look: 'mastodon', by: 'bilal' },
      fr: 'C’est normal que la batterie du vélo soit brûlante ? Ça sent le brûlé, station Halles @LumenMobilite',
      en: 'Is it normal for the bike battery to be this hot? There is a burning smell, Halles station @LumenMobilite',
      ask: [
        reply(15, 'The battery of a bike or scooter is hot, smoking or smells of burning: what should I do?'),
        escalate(15, 'security'),
      ],
      note: [
        'Signal faible : l’instruction de sécurité existe dans la bibliothèque.',
        'Weak signal: the library has the safety instruction.',
      ],
    },
    {
      ...{ at: 10, key: 'burned', look: 'x', by: 'anna', picture: 'burning-battery' },
      fr: 'La batterie d’un vélo @LumenMobilite vient de me brûler la main, je suis aux urgences. Photo.',
      en: 'The battery of a @LumenMobilite bike has just burned my hand, I am in hospital. Photo.',
      ask: [level(10, 2), escalate(15, 'security'), holding(30), incident(20)],
      note: [
        'Témoignage direct avec photo : niveau 2 tout de suite.',
        'First-hand report with a photo: level 2 at once.',
      ],
    },
    {
      ...{ at: 14, key: 'support', look: 'x', by: 'jeanne', under: 'burned' },
      fr: 'Oh non, courage ! Il faut fermer cette station @LumenMobilite',
      en: 'Oh no, get well soon! They must close that station @LumenMobilite',
      note: ['Les premiers soutiens arrivent.', 'The first people side with her.'],
    },
    {
      ...{ at: 18, key: 'troll', look: 'bluesky', by: 'troll' },
      fr: 'lol des vélos barbecue @LumenMobilite vous servez les frites avec la batterie ?',
      en: 'lol barbecue bikes @LumenMobilite do you serve fries with the battery?',
      ask: [noReply(30)],
      note: ['Ne pas nourrir.', 'Not to be fed.'],
    },
    {
      ...{ at: 21, key: 'second', look: 'facebook', by: 'nadia', media: true },
      fr: 'Ma fille aussi : la batterie d’un vélo @LumenMobilite lui a brûlé la main hier, nous étions aux urgences. Photo.',
      en: 'My daughter too: the battery of a @LumenMobilite bike burned her hand yesterday, we were in the emergency room. Photo.',
      note: [
        'Un deuxième cas : ce n’est plus un accident isolé.',
        'A second case: not a single accident any more.',
      ],
    },
    {
      ...{ at: 24, key: 'silence', look: 'facebook', by: 'union', unless: ['burned', 'holding_statement'] },
      fr: 'Une usagère brûlée par une batterie et toujours pas un mot de @LumenMobilite. Ce silence est une faute.',
      en: 'A rider burned by a battery and still not a word from @LumenMobilite. This silence is a fault.',
      ask: [reply(15, INJURY)],
      note: [
        'Vient seulement si aucun message d’attente n’est parti.',
        'Comes only if no holding statement has left.',
      ],
    },
    {
      ...{ at: 26, key: 'press', look: 'feed', by: 'gazette', media: true },
      fr: 'Info : une cliente de @LumenMobilite blessée à la main par une batterie de vélo. Nos questions sont parties.',
      en: 'News: a @LumenMobilite customer injured in the hand by a bike battery. Our questions have been sent.',
      ask: [reply(20, 'I am a journalist, whom do I contact?'), level(15, 3), escalate(20, 'pr')],
      note: ['La presse confirme : niveau 3.', 'The press confirms: level 3.'],
    },
    {
      ...{ at: 34, key: 'mine', look: 'x', by: 'dominic' },
      fr: 'Comment savoir si ma batterie est concernée @LumenMobilite ? Le vélo dort dans mon salon.',
      en: 'How do I know whether my battery is affected @LumenMobilite? The bike sleeps in my living room.',
      ask: [reply(20, 'Are the batteries of Lumen bikes safe?')],
      note: ['Inquiétude légitime.', 'A legitimate worry.'],
    },
    {
      ...{
        at: 40,
        key: 'thanks',
        look: 'x',
        by: 'anna',
        under: 'burned',
        onceDone: ['burned', 'holding_statement'],
      },
      fr: 'Merci @LumenMobilite, quelqu’un m’a appelée. J’attends la suite.',
      en: 'Thank you @LumenMobilite, somebody has called me. I am waiting for what comes next.',
      note: [
        'Vient seulement si un message d’attente est parti à temps.',
        'Comes only if a holding statement had left by then.',
      ],
    },
  ],
);
