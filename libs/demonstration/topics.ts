export interface DemoTopic {
  key: string;
  nameFr: string;
  nameEn: string;
  descriptionFr: string;
  descriptionEn: string;
  /** In the boolean query language of the topics area; French and English words together. */
  query: string;
}

const TOPICS = [
  {
    key: 'battery_safety',
    nameFr: 'Sécurité des batteries',
    nameEn: 'Battery safety',
    descriptionFr: 'Échauffement, fumée, incendie ou blessure liés à la batterie d’un vélo ou d’une trottinette.',
    descriptionEn: 'Overheating, smoke, fire or injury linked to the battery of a bike or scooter.',
    query:
      '(batterie* OR battery OR batteries OR #BatterieLumen OR lithium) ' +
      'OR ((vélo* OR trottinette* OR bike* OR scooter* OR ebike*) ' +
      'AND (feu OR fumée OR brûl* OR incendie* OR explos* OR fire OR smoke OR smoking OR burn* OR overheat*))',
  },
  {
    key: 'app_outage',
    nameFr: 'Application et déverrouillage',
    nameEn: 'App and unlocking',
    descriptionFr: 'Panne de l’application, paiement bloqué, vélo qui ne se déverrouille pas, trajet qui ne se termine pas.',
    descriptionEn: 'App outage, blocked payment, bike that does not unlock, trip that does not end.',
    query:
      '((appli* OR app OR "mon compte" OR "my account") AND (panne* OR bug* OR plant* OR marche OR fonctionne OR crash* OR down OR ' +
      'outage* OR frozen OR loading OR connexion OR login OR error)) ' +
      'OR déverrouill* OR unlock* OR (trajet near/6 termine*) OR (trip near/6 end*) OR #LumenDown OR "QR code"',
  },
  {
    key: 'data_privacy',
    nameFr: 'Données et fraude',
    nameEn: 'Data and fraud',
    descriptionFr: 'Fuite de données, hameçonnage, vie privée, exercice des droits.',
    descriptionEn: 'Data breach, phishing, privacy, data rights.',
    query:
      '"données personnelles" OR "fuite de données" OR "personal data" OR "data breach" OR "data leak" OR RGPD OR GDPR OR CNIL ' +
      'OR phishing OR hameçonnage OR arnaque* OR scam* OR pirat* OR hack* OR géolocalis* OR (données near/6 fuit*) ' +
      'OR (data near/6 leak*)',
  },
  {
    key: 'prices_refunds',
    nameFr: 'Prix et remboursements',
    nameEn: 'Prices and refunds',
    descriptionFr: 'Tarifs, débits en double, remboursements, frais de stationnement, réductions.',
    descriptionEn: 'Fares, double charges, refunds, parking fees, discounts.',
    query:
      'rembours* OR refund* OR "débité deux fois" OR prélevé* OR "charged twice" OR "double charge" OR overcharged OR tarif* OR prix ' +
      'OR price* OR fare* OR amende* OR "parking fee" OR fine OR fined OR réduction* OR discount* OR étudiant* OR student*',
  },
  {
    key: 'accessibility',
    nameFr: 'Accessibilité et égalité de traitement',
    nameEn: 'Accessibility and equal treatment',
    descriptionFr: 'Rampes, ascenseurs, assistance, refus de prise en charge, discrimination.',
    descriptionEn: 'Ramps, lifts, assistance, refusal to carry, discrimination.',
    query:
      'PMR OR "fauteuil roulant" OR fauteuil OR wheelchair* OR handicap* OR disab* OR accessib* OR rampe* OR ramp OR ramps ' +
      'OR ascenseur* OR malvoyant* OR aveugle* OR "guide dog" OR "chien guide" OR discrimin* OR racis* OR sexis*',
  },
  {
    key: 'drivers_strikes',
    nameFr: 'Conduite et grèves',
    nameEn: 'Drivers and strikes',
    descriptionFr: 'Comportement et sécurité de la conduite, mouvements sociaux, vie des équipes.',
    descriptionEn: 'Driver behaviour and safety, industrial action, life of the teams.',
    query:
      'grève* OR grévis* OR strike OR strikes OR syndicat* OR union OR préavis OR chauffeur* OR conducteur* OR conductrice* OR driver* ' +
      'OR ((bus OR car OR tram) near/8 accident*) OR (bus near/8 crash*)',
  },
  {
    key: 'executive_statements',
    nameFr: 'Paroles de la direction',
    nameEn: 'Executive statements',
    descriptionFr: 'Propos d’Élise Morvan et de la direction, reprises dans la presse.',
    descriptionEn: 'What Élise Morvan and the management say, and how the press takes it up.',
    query:
      '@EliseMorvan OR "Élise Morvan" OR Morvan OR ((PDG OR CEO OR "directrice générale" OR "chief executive" OR patronne) ' +
      'AND (lumen OR LumenMobilite))',
  },
  {
    key: 'environment',
    nameFr: 'Environnement',
    nameEn: 'Environment',
    descriptionFr: 'Recyclage des batteries, engins abandonnés, promesses écologiques.',
    descriptionEn: 'Battery recycling, abandoned vehicles, green claims.',
    query:
      'recycl* OR écolog* OR greenwash* OR pollu* OR "empreinte carbone" OR "carbon footprint" OR canal OR river OR lithium OR cobalt ' +
      'OR (trottinette* near/8 trottoir*) OR (scooter* near/8 pavement*)',
  },
  {
    key: 'brand',
    nameFr: 'Lumen en général',
    nameEn: 'Lumen in general',
    descriptionFr: 'Tout ce qui nomme Lumen Mobilité, sans les homonymes.',
    descriptionEn: 'Everything that names Lumen Mobilité, homonyms left out.',
    query:
      '(lumen OR LumenMobilite OR "lumen mobilité" OR #LumenMobilite OR #Lumen) ' +
      'NOT (ampoule* OR "light bulb" OR luminosité OR brightness OR photométr*)',
  },
] as const satisfies readonly DemoTopic[];

export type DemoTopicKey = (typeof TOPICS)[number]['key'];

export const DEMO_TOPICS: readonly (DemoTopic & { key: DemoTopicKey })[] = TOPICS;
