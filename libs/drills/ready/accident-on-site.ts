import { escalate, holding, incident, level, noReply, readyScenario, reply } from './draft.js';

const ACCIDENT = 'An accident involves a Lumen bus, coach or tram';

/** A depot explodes: victims, authorities, families. */
export const ACCIDENT_ON_SITE = readyScenario(
  'accident_on_site',
  ['Explosion au dépôt', 'Explosion at the depot'],
  [
    'Une explosion, des blessés, les secours. La première parole publique doit venir en quinze minutes, et les familles avant elle.',
    'An explosion, injured people, rescue. The first public word is due within fifteen minutes, and the families come before it.',
  ],
  { detection: 5, holding: 15, acknowledge: 10, level: 4 },
  [
    {
      ...{ at: 1, key: 'noise', look: 'x', by: 'bilal' },
      fr: 'Énorme explosion du côté du dépôt de bus @LumenMobilite, les vitres ont tremblé. Quelqu’un sait ?',
      en: 'Huge explosion near the @LumenMobilite bus depot, windows shook. Does anybody know?',
      ask: [escalate(5, 'security'), level(10, 2)],
      note: ['Première alerte, rien n’est établi.', 'The first alarm, nothing is established.'],
    },
    {
      ...{ at: 3, key: 'smoke', look: 'instagram', by: 'kim', media: true },
      fr: 'EN DIRECT du dépôt Lumen : explosion, fumée noire, plusieurs blessés sortent, il y a des morts. @LumenMobilite',
      en: 'LIVE from the Lumen depot: explosion, black smoke, many injured coming out, people dead. @LumenMobilite',
      ask: [level(15, 3), incident(10), holding(15)],
      note: ['Grande audience, images : la cellule se réunit.', 'Large audience, pictures: the cell meets.'],
    },
    {
      ...{ at: 6, key: 'family', look: 'facebook', by: 'jeanne' },
      fr: 'Mon mari travaille au dépôt, il ne répond pas. Qui appeler @LumenMobilite ? Il est peut-être blessé dans l’explosion',
      en: 'My husband works at the depot, he does not answer. Whom do I call @LumenMobilite? He may be hurt in the explosion',
      ask: [escalate(5, 'hr'), reply(15, ACCIDENT)],
      note: ['Une famille : priorité absolue, en privé.', 'A family: first of all, and in private.'],
    },
    {
      ...{ at: 7, key: 'witness', look: 'mastodon', by: 'loic', picture: 'depot-on-fire' },
      fr: 'Je suis secouriste, devant le dépôt @LumenMobilite : j’ai vu deux morts et des blessés, l’explosion a soufflé l’atelier. Photo.',
      en: 'I am a first-aider in front of the @LumenMobilite depot: I saw two people dead and many injured, the explosion tore the workshop down. Photo.',
      note: ['Un témoin direct, avec photo.', 'A first-hand witness, with a photo.'],
    },
    {
      ...{ at: 8, key: 'friend', look: 'facebook', by: 'nadia', media: true },
      fr: 'J’ai vu mon collègue tué dans l’explosion du dépôt @LumenMobilite. Photo du hangar. Que fait la direction ?',
      en: 'I saw my colleague killed in the explosion at the @LumenMobilite depot. Photo of the hall. What is management doing?',
      note: ['Un salarié parle sous le choc : le protéger.', 'An employee speaks in shock: protect them.'],
    },
    {
      ...{ at: 9, key: 'rumour', look: 'x', by: 'troll' },
      fr: 'Bien fait, ils n’avaient qu’à nous rembourser @LumenMobilite',
      en: 'Serves them right, should have refunded us @LumenMobilite',
      ask: [noReply(20)],
      note: ['Indigne : ne pas répondre.', 'Unworthy: not to be answered.'],
    },
    {
      ...{ at: 12, key: 'authority', look: 'feed', by: 'courier', media: true },
      fr: 'Explosion au dépôt @LumenMobilite : deux morts selon les pompiers, périmètre de sécurité de 500 mètres.',
      en: 'Explosion at the @LumenMobilite depot: two people dead according to the fire brigade, 500 metre safety cordon.',
      ask: [level(15, 4), reply(15, 'I am a journalist, whom do I contact?'), escalate(10, 'legal')],
      note: ['Des victimes, les autorités : niveau 4.', 'Victims, authorities: level 4.'],
    },
    {
      ...{ at: 13, key: 'radio', look: 'feed', by: 'radio', media: true },
      fr: 'Explosion au dépôt @LumenMobilite : deux morts, cinq blessés. Notre reporter est sur place, photos.',
      en: 'Explosion at the @LumenMobilite depot: two people dead, five injured. Our reporter is on site, photos.',
      note: ['Les médias se succèdent.', 'One newsroom after the other.'],
    },
    {
      ...{ at: 14, key: 'gazette', look: 'x', by: 'gazette', media: true },
      fr: 'Dépôt @LumenMobilite : le bilan de l’explosion est de deux morts. La préfecture confirme, photo du périmètre.',
      en: '@LumenMobilite depot: two people dead in the explosion. The authorities confirm, photo of the cordon.',
      note: ['Le bilan est confirmé par l’autorité.', 'The toll is confirmed by the authorities.'],
    },
    {
      ...{ at: 15, key: 'neighbour', look: 'instagram', by: 'iris', media: true },
      fr: 'J’ai filmé l’explosion du dépôt @LumenMobilite depuis mon balcon. Des morts, à 200 mètres de l’école. Vidéo.',
      en: 'I filmed the explosion at the @LumenMobilite depot from my balcony. People dead, 200 metres from the school. Video.',
      note: ['Les images circulent.', 'Pictures travel.'],
    },
    {
      ...{ at: 16, key: 'safe', look: 'x', by: 'cleo' },
      fr: 'J’habite à 300 m du dépôt Lumen, la fumée est-elle dangereuse ? On ouvre les fenêtres ou pas @LumenMobilite ?',
      en: 'I live 300 m from the Lumen depot, is the smoke dangerous? Windows open or shut @LumenMobilite?',
      ask: [reply(10, ACCIDENT)],
      note: ['L’instruction de sécurité vient en premier.', 'The safety instruction comes first.'],
    },
    {
      ...{ at: 20, key: 'silence', look: 'facebook', by: 'union', unless: ['smoke', 'holding_statement'] },
      fr: 'Vingt minutes après l’explosion, des morts, et pas un mot de @LumenMobilite. C’est indigne.',
      en: 'Twenty minutes after the explosion, people dead, and not a word from @LumenMobilite. Shameful.',
      ask: [reply(10, ACCIDENT)],
      note: ['Vient si aucun message d’attente n’est parti.', 'Comes if no holding statement has left.'],
    },
    {
      ...{ at: 28, key: 'lines', look: 'x', by: 'dominic' },
      fr: 'Quelles lignes de bus circulent encore ce soir @LumenMobilite ?',
      en: 'Which bus lines still run tonight @LumenMobilite?',
      ask: [reply(30)],
      note: ['La vie continue autour.', 'Life goes on around it.'],
    },
  ],
);
