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
    descriptionFr:
      'Échauffement, fumée, incendie ou blessure liés à la batterie d’un vélo ou d’une trottinette.',
    descriptionEn: 'Overheating, smoke, fire or injury linked to the battery of a bike or scooter.',
    query:
      '(batterie* OR battery OR batteries OR #BatterieLumen OR brûl* OR burn* OR fumée OR smoke OR smoking OR incendie* ' +
      'OR ((vélo* OR trottinette* OR bike* OR scooter* OR ebike*) AND (feu OR fire OR explos* OR explod* OR overheat* ' +
      'OR danger* OR safe OR concerné* OR contrôlé* OR rappel* OR recall* OR consigne* OR "numéro de cadre" OR "frame number"))) ' +
      'NOT ("batterie de mon téléphone" OR "phone battery")',
  },
  {
    key: 'app_outage',
    nameFr: 'Application et vélos',
    nameEn: 'App and bikes',
    descriptionFr:
      'Panne de l’application, vélo qui ne se déverrouille pas, trajet qui ne se termine pas, défauts, stations vides.',
    descriptionEn: 'App outage, bike that does not unlock, trip that does not end, faults, empty stations.',
    query:
      '((appli* OR app OR "mon compte" OR "my account") AND (panne* OR bug* OR plant* OR marche OR marchait OR fonctionne OR crash* ' +
      'OR down OR outage* OR frozen OR loading OR connecter OR login OR "log in" OR error OR "écran blanc")) ' +
      'OR déverrouill* OR unlock* OR bluetooth OR "QR code" OR #LumenDown OR (trajet near/8 termin*) OR (ride near/6 end*) ' +
      'OR ((trajet OR trip) AND (cours OR running)) ' +
      'OR ((vélo* OR trottinette* OR bike* OR scooter*) AND (frein* OR brake* OR pneu* OR tyre* OR guidon OR handlebar OR lumière)) ' +
      'OR ((station OR vélo* OR bike* OR docks) AND (vide OR empty OR "no bikes" OR full OR zéro OR "plus une seule place"))',
  },
  {
    key: 'data_privacy',
    nameFr: 'Données et fraude',
    nameEn: 'Data and fraud',
    descriptionFr: 'Fuite de données, hameçonnage, vie privée, exercice des droits.',
    descriptionEn: 'Data breach, phishing, privacy, data rights.',
    query:
      '"mes données" OR "données personnelles" OR "personal data" OR "data breach" OR "data leak" OR RGPD OR GDPR OR CNIL ' +
      'OR phishing OR hameçonnage OR arnaque* OR scam* OR pirat* OR hack* OR géolocalis* OR "my location" ' +
      'OR (données near/6 fuit*) OR (data near/6 leak*) OR (SMS near/12 cliqu*) OR (text near/12 link) OR "faux compte" OR "fake account" ' +
      'OR (delete near/6 account) OR (location AND app)',
  },
  {
    key: 'prices_refunds',
    nameFr: 'Prix et remboursements',
    nameEn: 'Prices and refunds',
    descriptionFr:
      'Tarifs, abonnements, débits en double, remboursements, frais de stationnement, réductions.',
    descriptionEn: 'Fares, passes, double charges, refunds, parking fees, discounts.',
    query:
      'rembours* OR refund* OR débité* OR prélevé* OR facturé* OR charged OR billed OR overcharged OR payments OR tarif* OR prix ' +
      'OR price* OR fare* OR amende* OR fine OR fined OR (frais near/3 stationnement) OR "parking fee" OR abonnement* ' +
      'OR ((cancel* OR pause) near/4 pass) OR réduction* OR discount* OR étudiant* OR student*',
  },
  {
    key: 'accessibility',
    nameFr: 'Accessibilité et respect à bord',
    nameEn: 'Accessibility and respect on board',
    descriptionFr: 'Rampes, ascenseurs, assistance, refus de prise en charge, discrimination, harcèlement.',
    descriptionEn: 'Ramps, lifts, assistance, refusal to carry, discrimination, harassment.',
    query:
      'PMR OR fauteuil OR wheelchair* OR handicap* OR disab* OR accessib* OR rampe* OR ramp OR ramps OR ascenseur* ' +
      'OR (lift near/8 order) OR "book assistance" OR malvoyant* OR aveugle* OR blind OR "guide dog" OR "chien guide" ' +
      'OR discrimin* OR racis* OR sexis* OR "au faciès" OR "Black passengers" OR harcel* OR harcèlement OR harass* ' +
      'OR agress* OR assault* OR "m’a suivie" OR "followed me"',
  },
  {
    key: 'drivers_strikes',
    nameFr: 'Lignes, conduite et grèves',
    nameEn: 'Lines, drivers and strikes',
    descriptionFr:
      'Retards et passages manqués, comportement et sécurité de la conduite, accidents, mouvements sociaux.',
    descriptionEn: 'Delays and missed runs, driver behaviour and safety, accidents, industrial action.',
    query:
      'grève* OR grévis* OR strike OR strikes OR syndicat* OR union OR préavis OR chauffeur* OR conducteur* OR conductrice* OR driver* ' +
      'OR ((bus OR car OR tram OR coach OR noctambus) AND (accident* OR crash* OR retard* OR late OR delay* OR "jamais passé" ' +
      'OR "never turned up" OR bondé OR packed OR raté OR missed OR attend OR waiting OR clim OR "air con" OR dernier OR last OR horaires)) ' +
      'OR (correspondance near/4 ratée) OR (minute* near/4 (retard OR delay)) OR (agent near/6 agence) OR (agent AND explained)',
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
