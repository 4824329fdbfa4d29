import { escalate, holding, incident, level, noReply, readyScenario, reply } from './draft.js';

/** A rumour of a leak becomes a list for sale, and a journalist has seen it. */
export const DATA_BREACH = readyScenario(
  'data_breach',
  ['Des données à vendre', 'Data for sale'],
  [
    'Un message suspect, puis une liste de clients en vente. Qui prévient la sécurité, et que dit-on avant de savoir ?',
    'A suspicious message, then a list of customers for sale. Who tells security, and what is said before anything is known?',
  ],
  { detection: 10, holding: 30, acknowledge: 15, level: 3 },
  [
    {
      ...{ at: 1, key: 'phishing', look: 'facebook', by: 'jeanne' },
      fr: 'Je viens de recevoir un SMS « Lumen » avec un lien pour payer 2 €. C’est une arnaque @LumenMobilite ?',
      en: 'I have just had a “Lumen” text with a link to pay €2. Is it a scam @LumenMobilite?',
      ask: [reply(20, 'I received a suspicious message in Lumen’s name')],
      note: ['Première pièce du puzzle.', 'The first piece of the puzzle.'],
    },
    {
      ...{ at: 5, key: 'details', look: 'x', by: 'dominic' },
      fr: 'Le faux SMS connaissait mon nom ET mon numéro d’abonné. Vos données ont fuité, @LumenMobilite ? #RGPD',
      en: 'The fake text knew my name AND my pass number. Is this a data leak, @LumenMobilite? #GDPR',
      ask: [escalate(15, 'security'), reply(30, 'Lumen customer data is said to have leaked')],
      note: [
        'Le doute devient sérieux : la sécurité doit le savoir.',
        'The doubt is serious now: security has to know.',
      ],
    },
    {
      ...{ at: 9, key: 'forum', look: 'mastodon', by: 'farouk', picture: 'list-for-sale' },
      fr: 'Une liste de 40 000 clients de @LumenMobilite est en vente sur un forum. Capture. La fuite de données est là.',
      en: 'A list of 40,000 @LumenMobilite customers is for sale on a forum. Screenshot. There is the data leak.',
      ask: [level(10, 2), incident(20), holding(30), escalate(15, 'legal')],
      note: ['Le délai de 72 heures du RGPD commence à compter.', 'The 72 hours of the GDPR begin to count.'],
    },
    {
      ...{ at: 15, key: 'delete', look: 'x', by: 'elsa' },
      fr: 'Je veux supprimer mon compte et toutes mes données personnelles, tout de suite @LumenMobilite',
      en: 'I want my account and all my personal data deleted, right now @LumenMobilite',
      ask: [reply(30, 'How do I see or delete my data?')],
      note: ['Un droit à exercer : la réponse existe.', 'A right is exercised: the answer exists.'],
    },
    {
      ...{ at: 18, key: 'joke', look: 'bluesky', by: 'joker' },
      fr: 'Chez Lumen, même vos données voyagent sans ticket.',
      en: 'At Lumen even your data travels without a ticket.',
      ask: [noReply(30)],
      note: ['Satire : on observe.', 'Satire: watch, do not feed.'],
    },
    {
      ...{ at: 24, key: 'confirmed', look: 'feed', by: 'courier', media: true },
      fr: 'Nous avons vérifié dix noms : la fuite de données chez @LumenMobilite est réelle. L’autorité a été saisie.',
      en: 'We have checked ten names: the data breach at @LumenMobilite is real. The authority has been told.',
      ask: [level(10, 3), reply(20, 'I am a journalist, whom do I contact?'), escalate(15, 'pr')],
      note: ['Confirmé par une journaliste : niveau 3.', 'Confirmed by a journalist: level 3.'],
    },
    {
      ...{ at: 27, key: 'second_press', look: 'feed', by: 'gazette', media: true },
      fr: 'Fuite de données chez @LumenMobilite : noms, adresses et numéros d’abonnés de 40 000 clients, selon notre relevé.',
      en: 'Data breach at @LumenMobilite: names, addresses and pass numbers of 40,000 customers, we have counted.',
      note: ['Un deuxième média compte lui-même.', 'A second newsroom has counted for itself.'],
    },
    {
      ...{ at: 29, key: 'found', look: 'facebook', by: 'nadia', media: true },
      fr: 'J’ai trouvé mon nom et mon adresse dans la fuite de données @LumenMobilite. Capture. Qui me protège maintenant ?',
      en: 'I have found my name and my address in the @LumenMobilite data leak. Screenshot. Who protects me now?',
      note: ['Une personne concernée, avec preuve.', 'Somebody concerned, with proof.'],
    },
    {
      ...{ at: 32, key: 'quiet', look: 'facebook', by: 'union', unless: ['forum', 'holding_statement'] },
      fr: 'Nos données personnelles sont en vente et @LumenMobilite se tait. Nous saisissons la CNIL.',
      en: 'Our personal data is for sale and @LumenMobilite says nothing. We are going to the regulator.',
      ask: [reply(15, 'Lumen customer data is said to have leaked')],
      note: ['Vient si rien n’a été dit.', 'Comes if nothing has been said.'],
    },
    {
      ...{ at: 36, key: 'bank', look: 'x', by: 'grace' },
      fr: 'Est-ce que mes coordonnées bancaires sont dans la fuite de données @LumenMobilite ? Je dois faire opposition ?',
      en: 'Are my bank details in the data leak @LumenMobilite? Do I have to block my card?',
      ask: [reply(20, 'Lumen customer data is said to have leaked')],
      note: ['Dire quoi faire, sans deviner.', 'Say what to do, without guessing.'],
    },
  ],
);
