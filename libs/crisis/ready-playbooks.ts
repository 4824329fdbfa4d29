import type { IncidentRole } from './life-cycles.js';
import type { Cluster, Playbook, PlaybookStep } from './playbook.js';

type Line = [minutes: number, role: IncidentRole, fr: string, en: string];

/** What every crisis begins and ends with, around what is particular to its type. */
const FIRST: readonly Line[] = [
  [5, 'lead', 'Réunir la cellule et ouvrir la main courante', 'Gather the crisis cell and open the log'],
  [
    10,
    'community',
    'Publier ou préparer le message d’attente dans chaque langue',
    'Publish or prepare the holding statement in each language',
  ],
];
const LAST: readonly Line[] = [
  [90, 'log_keeper', 'Envoyer un premier point de situation', 'Send a first situation report'],
  [
    240,
    'lead',
    'Décider du rythme, de la relève de nuit et du prochain point',
    'Decide on the rhythm, the night shift and the next report',
  ],
];

function playbook(key: string, fr: string, en: string, cluster: Cluster, lines: readonly Line[]): Playbook {
  const steps = [...FIRST, ...lines, ...LAST].map(([minutes, role, frLabel, enLabel]): PlaybookStep => ({
    label: { fr: frLabel, en: enLabel },
    role,
    minutes,
  }));
  return { key, name: { fr, en }, cluster, steps };
}

/** The type of a crisis that fits none of the others. */
export const OTHER_CRISIS = 'other';

/** The playbooks that every workspace begins with; a changed one takes the place of the ready one of the same key. */
export const READY_PLAYBOOKS: readonly Playbook[] = [
  playbook('product_defect', 'Défaut de produit', 'Product defect', 'accidental', [
    [15, 'operations', 'Dire aux personnes comment se mettre en sécurité', 'Tell people how to stay safe'],
    [
      20,
      'operations',
      'Identifier les lots, séries et lieux concernés',
      'Identify the batches, series and places',
    ],
    [
      30,
      'operations',
      'Suspendre la vente ou l’usage si le doute subsiste',
      'Stop sale or use while in doubt',
    ],
    [
      45,
      'legal',
      'Vérifier les obligations de notification et de rappel',
      'Check duties to notify and to recall',
    ],
    [
      60,
      'pr',
      'Préparer questions et réponses pour la presse',
      'Prepare questions and answers for the press',
    ],
    [
      120,
      'community',
      'Contacter en privé chaque personne blessée ou lésée',
      'Contact every person harmed in private',
    ],
  ]),
  playbook('data_breach', 'Fuite de données', 'Data breach', 'accidental', [
    [15, 'operations', 'Couper l’accès et conserver les traces', 'Cut the access off and keep the traces'],
    [
      30,
      'operations',
      'Établir quelles données et combien de personnes',
      'Establish which data and how many people',
    ],
    [
      60,
      'legal',
      'Préparer la notification à l’autorité (72 h, article 33 du RGPD)',
      'Prepare the notification to the authority (72 h, GDPR article 33)',
    ],
    [60, 'community', 'Dire quoi faire : mots de passe, vigilance', 'Say what to do: passwords, vigilance'],
    [
      120,
      'legal',
      'Décider de l’information des personnes (article 34)',
      'Decide on telling the people (article 34)',
    ],
    [
      180,
      'pr',
      'Ouvrir une page d’information tenue à jour',
      'Open an information page that is kept current',
    ],
  ]),
  playbook('accident_on_site', 'Accident sur site', 'Accident on site', 'accidental', [
    [10, 'operations', 'Confirmer secours, victimes et périmètre', 'Confirm rescue, victims and perimeter'],
    [
      15,
      'lead',
      'Prévenir la direction et les familles avant toute parole publique',
      'Tell management and families before any public word',
    ],
    [
      20,
      'community',
      'Relayer les consignes de sécurité des autorités',
      'Pass on the safety instructions of the authorities',
    ],
    [
      30,
      'pr',
      'Désigner un seul porte-parole, prévenir les équipes',
      'Name one spokesperson and tell the teams',
    ],
    [
      45,
      'legal',
      'Prendre contact avec les autorités, préserver les preuves',
      'Contact the authorities and preserve evidence',
    ],
    [
      120,
      'operations',
      'Mettre en place un soutien aux équipes et aux riverains',
      'Set up support for teams and residents',
    ],
  ]),
  playbook('discrimination', 'Discrimination', 'Discrimination', 'preventable', [
    [
      15,
      'community',
      'Retirer ou suspendre le contenu ou l’acte en cause',
      'Withdraw or suspend the content or the act',
    ],
    [
      20,
      'lead',
      'Entendre les personnes visées avant de s’exprimer',
      'Hear the people targeted before speaking',
    ],
    [30, 'legal', 'Ouvrir une enquête interne et la dater', 'Open an internal inquiry and date it'],
    [
      45,
      'pr',
      'Préparer des excuses sans condition ni minimisation',
      'Prepare an apology without conditions or belittling',
    ],
    [
      90,
      'operations',
      'Décider de mesures et dire quand elles seront prises',
      'Decide on measures and say when they come',
    ],
    [180, 'pr', 'Parler aux associations et au personnel', 'Speak with associations and with the staff'],
  ]),
  playbook('executives_words', 'Propos d’un dirigeant', 'Executive’s words', 'preventable', [
    [
      10,
      'log_keeper',
      'Établir les mots exacts, le contexte et la source',
      'Establish the exact words, context and source',
    ],
    [15, 'lead', 'Suspendre la parole publique de la personne', 'Suspend the person’s public appearances'],
    [
      30,
      'pr',
      'Décider qui parle : la personne, l’organisation ou les deux',
      'Decide who speaks: the person, the organisation or both',
    ],
    [
      45,
      'legal',
      'Évaluer le risque et les obligations envers les actionnaires',
      'Assess the risk and duties to shareholders',
    ],
    [60, 'pr', 'Parler au personnel avant la presse', 'Speak with the staff before the press'],
    [120, 'lead', 'Proposer au conseil la suite à donner', 'Propose to the board what follows'],
  ]),
  playbook('service_outage', 'Panne de service', 'Service outage', 'accidental', [
    [
      10,
      'operations',
      'Confirmer l’étendue, la cause présumée et une estimation',
      'Confirm extent, presumed cause and an estimate',
    ],
    [
      15,
      'community',
      'Dire ce qui marche encore et les solutions de repli',
      'Say what still works and the ways around',
    ],
    [
      30,
      'operations',
      'Mettre la page d’état à jour toutes les 30 minutes',
      'Update the status page every 30 minutes',
    ],
    [
      45,
      'pr',
      'Donner la même information aux guichets et aux équipes',
      'Give the same information to counters and teams',
    ],
    [90, 'legal', 'Vérifier les droits à remboursement', 'Check the rights to refunds'],
    [
      180,
      'community',
      'Annoncer le retour à la normale et remercier',
      'Announce the return to normal and give thanks',
    ],
  ]),
  playbook(OTHER_CRISIS, 'Autre crise', 'Other crisis', 'accidental', [
    [
      15,
      'log_keeper',
      'Séparer ce qui est établi de ce qui ne l’est pas',
      'Separate what is established from what is not',
    ],
    [30, 'legal', 'Vérifier les obligations légales', 'Check the legal duties'],
    [
      45,
      'operations',
      'Dire ce qui est fait pour protéger les personnes',
      'Say what is done to protect people',
    ],
    [60, 'pr', 'Identifier les parties prenantes à prévenir', 'Identify the stakeholders to be told'],
  ]),
];
