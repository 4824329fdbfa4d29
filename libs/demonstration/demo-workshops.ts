/** A World Café that the demonstration organisation held last week (fictional). */
export const HELD_WORKSHOP = {
  title: 'Que répondre un jour de grève ?',
  sponsor: 'Élise Morvan, direction générale',
  stake: 'Chaque jour de silence a coûté des abonnés',
  strategy: 'Répondre dans l’heure, avec des mots validés',
  topic: 'drivers_strikes',
  people: [
    'Camille',
    'Tom',
    'Inès',
    'Hélène',
    'Julien',
    'Aïcha',
    'Marc',
    'Sofia',
    'Étienne',
    'Nora',
    'Paul',
    null,
  ],
  clusters: ['Ce que les gens demandent', 'Ce que nous pouvons promettre'],
  /** By the place of their author; null for those who chose to write without a name. */
  items: [
    { by: 0, cluster: 0, dots: 7, kind: 'question', text: 'Mon trajet de demain est-il maintenu ?' },
    {
      by: 2,
      cluster: 0,
      dots: 4,
      kind: 'question',
      text: 'Suis-je remboursé si j’ai pris un taxi un jour de grève ?',
    },
    {
      by: null,
      cluster: 0,
      dots: 2,
      kind: 'question',
      text: 'Pourquoi l’application annonce-t-elle encore des horaires normaux ?',
    },
    {
      by: 3,
      cluster: 1,
      dots: 5,
      kind: 'idea',
      text: 'Dire à 17 h ce qui roulera le lendemain, même si c’est peu',
    },
    { by: 5, cluster: 1, dots: 3, kind: 'idea', text: 'Un remboursement sans justificatif sous 5 jours' },
    { by: 8, cluster: null, dots: 0, kind: 'idea', text: 'Une carte des lignes, ville par ville' },
  ],
  /** Items that became a draft answer, by their place above, with the departments to approve. */
  answers: [{ item: 1, departments: ['care', 'legal'] }],
  /** An item that became a message of a new map on the topic, and who has to approve that. */
  messages: [{ item: 3, departments: ['pr'] }],
  /** An item that was noted on a stakeholder, by its name. */
  notes: [{ item: 0, stakeholder: 'Habitués du tram · Tram regulars' }],
  /** Days from now, so that one of them is late. */
  actions: [
    {
      item: 3,
      owner: 'camille.arnaud@lumen.example',
      days: 5,
      text: 'Publier chaque soir à 17 h ce qui roulera',
    },
    {
      item: 2,
      owner: 'tom.whitfield@lumen.example',
      days: -2,
      text: 'Faire retirer les horaires normaux de l’application les jours de grève',
    },
  ],
} as const;

/** What the organisation changed in a ready method: its own words on top of a copy. */
export const OWN_METHOD = {
  basedOn: 'brainstorming',
  name: { fr: 'Première heure', en: 'First hour' },
  summary: {
    fr: 'Un remue-méninges serré : ce que le public demandera dans la première heure d’une crise.',
    en: 'A tight brainstorming: what the public will ask in the first hour of a crisis.',
  },
  rule: {
    fr: 'Écrire la question comme le public la poserait.',
    en: 'Write the question as the public would ask it.',
  },
} as const;

/** One that is being prepared. */
export const PREPARED_WORKSHOP = {
  title: 'A burning battery: what do we say in the first hour?',
  sponsor: 'Julien Marchetti, crisis lead',
  stake: 'The first hour decides who tells the story',
  strategy: 'Holding statements ready before they are needed',
  topic: 'battery_safety',
} as const;
