import type { StakeholderCategory, StakeholderKind, ToldHow } from '#rules/stakeholders';

export interface DemoStakeholder {
  name: string;
  kind: StakeholderKind;
  category: StakeholderCategory;
  /** Where it was put first, and where it stands now; why it was moved. */
  places: { power: number; interest: number; why?: string }[];
  /** Letters of what it has: P, L, U. */
  attributes: string;
  notes: { power?: string; legitimacy?: string; urgency?: string };
  ownerEmail: string | null;
  plan: string;
  /** Days from now. */
  nextContactDays: number | null;
  /** Accounts of the training network that speak for it. */
  accounts: string[];
  /** Of a list that somebody checked. */
  verifiedBy?: string;
  /** What they were told in the incident that is over, minutes after it was declared. */
  told: { minutes: number; how: ToldHow; what: string; byEmail: string }[];
}

/** Who can weigh on Lumen Mobilité; all invented. */
export const DEMO_STAKEHOLDERS: readonly DemoStakeholder[] = [
  {
    name: 'Autorité des transports de l’Estuaire',
    kind: 'group',
    category: 'authorities',
    places: [
      { power: 9, interest: 6 },
      { power: 9, interest: 8, why: 'Contrôle annoncé après la panne de facturation' },
    ],
    attributes: 'PL',
    notes: { power: 'Délivre et retire l’autorisation d’exploiter', legitimacy: 'Mission légale' },
    ownerEmail: 'helene.vasseur@lumen.example',
    plan: 'Prévenir avant la presse, toujours par écrit. Point trimestriel ; rapport d’incident sous 72 heures.',
    nextContactDays: 4,
    accounts: [],
    told: [
      {
        ...{ minutes: 25, how: 'call', byEmail: 'julien.marchetti@lumen.example' },
        what: 'Prévenue de la panne, des mesures prises et de l’heure du prochain point.',
      },
    ],
  },
  {
    name: 'La Gazette des Mobilités',
    kind: 'group',
    category: 'press',
    places: [{ power: 6, interest: 7 }],
    attributes: 'PL',
    notes: { power: 'Reprise par les quotidiens régionaux', legitimacy: 'Enquêtes sourcées' },
    ownerEmail: 'antoine.legoff@lumen.example',
    plan: 'Répondre dans l’heure, chiffres à l’appui. Visite d’un dépôt proposée au printemps.',
    nextContactDays: 9,
    accounts: ['la_gazette_mob'],
    verifiedBy: 'Annuaire de la presse régionale, vérifié par la communication',
    told: [],
  },
  {
    name: 'Harbour Courier',
    kind: 'group',
    category: 'press',
    places: [{ power: 5, interest: 5 }],
    attributes: 'L',
    notes: { legitimacy: 'Local paper, fair so far' },
    ownerEmail: 'siobhan.keane@lumen.example',
    plan: 'Invite to the press breakfast in Cork; a named contact for urgent questions.',
    nextContactDays: null,
    accounts: ['harbour_courier'],
    verifiedBy: 'Press directory, checked by communications',
    told: [],
  },
  {
    name: 'Violaine Renaud',
    kind: 'person',
    category: 'press',
    places: [{ power: 6, interest: 4 }],
    attributes: 'P',
    notes: { power: 'Matinale de Radio Estuaire' },
    ownerEmail: 'antoine.legoff@lumen.example',
    plan: '',
    nextContactDays: null,
    accounts: [],
    told: [],
  },
  {
    name: 'Usagers de l’Estuaire',
    kind: 'group',
    category: 'ngos',
    places: [
      { power: 3, interest: 9 },
      { power: 5, interest: 9, why: 'Reçue au conseil régional en septembre' },
    ],
    attributes: 'LU',
    notes: {
      legitimacy: 'Siège au comité des partenaires',
      urgency: 'Demande des remboursements avant la fin du mois',
    },
    ownerEmail: 'nadia.benali@lumen.example',
    plan: 'Réunion chaque mois ; réponses écrites à leurs cahiers de doléances sous quinze jours.',
    nextContactDays: -2,
    accounts: ['usagers_estuaire'],
    told: [
      {
        ...{ minutes: 70, how: 'mail', byEmail: 'nadia.benali@lumen.example' },
        what: 'Informés du remboursement automatique et du numéro à appeler.',
      },
    ],
  },
  {
    name: 'Bruno Ferrand, adjoint aux mobilités',
    kind: 'person',
    category: 'elected_officials',
    places: [{ power: 8, interest: 7 }],
    attributes: 'PLU',
    notes: {
      power: 'Vote la subvention',
      legitimacy: 'Élu, délégué aux mobilités',
      urgency: 'Conseil municipal dans deux semaines',
    },
    ownerEmail: 'antoine.legoff@lumen.example',
    plan: 'L’appeler avant toute annonce. Lui donner les chiffres de sa ville, chaque mois.',
    nextContactDays: 1,
    accounts: ['elu_ferrand'],
    told: [],
  },
  {
    name: 'Max Deux-Roues',
    kind: 'person',
    category: 'influencers',
    places: [{ power: 5, interest: 6 }],
    attributes: 'P',
    notes: { power: '186 000 abonnés' },
    ownerEmail: 'camille.arnaud@lumen.example',
    plan: 'Lui prêter les nouveaux vélos avant leur sortie. Ne pas répondre à chaud.',
    nextContactDays: null,
    accounts: ['max_deuxroues'],
    told: [],
  },
  {
    name: 'Cycling with Kate',
    kind: 'person',
    category: 'influencers',
    places: [{ power: 4, interest: 6 }],
    attributes: 'L',
    notes: { legitimacy: 'Her reviews are careful and read by councils' },
    ownerEmail: 'tom.whitfield@lumen.example',
    plan: 'Answer her questions with test data.',
    nextContactDays: null,
    accounts: ['cyclingwithkate'],
    told: [],
  },
  {
    name: 'Intersyndicale Lumen · Lumen drivers’ unions',
    kind: 'group',
    category: 'unions',
    places: [{ power: 7, interest: 8 }],
    attributes: 'PL',
    notes: { power: 'Peut arrêter le réseau', legitimacy: 'Élue par les conducteurs' },
    ownerEmail: 'claire.fontanel@lumen.example',
    plan: 'Rien n’est annoncé au public avant de leur avoir été dit.',
    nextContactDays: 12,
    accounts: [],
    told: [],
  },
  {
    name: 'Riverains du dépôt Nord',
    kind: 'group',
    category: 'residents',
    places: [{ power: 2, interest: 7 }],
    attributes: 'L',
    notes: { legitimacy: 'Bruit de nuit mesuré au-dessus du seuil' },
    ownerEmail: 'mathieu.delcourt@lumen.example',
    plan: 'Calendrier des travaux affiché ; un numéro qui répond la nuit.',
    nextContactDays: 20,
    accounts: [],
    told: [],
  },
];

/** A group whose voice can be followed from the first day: those who write of the tram in the week before. */
export const TRAM_RIDERS: DemoStakeholder = {
  name: 'Habitués du tram · Tram regulars',
  kind: 'group',
  category: 'customers',
  places: [{ power: 3, interest: 8 }],
  attributes: 'LU',
  notes: { legitimacy: 'Abonnés à l’année', urgency: 'Retards chaque matin' },
  ownerEmail: 'ines.kaddour@lumen.example',
  plan: 'Un message par semaine sur l’avancement des travaux ; les remercier quand ils signalent une panne.',
  nextContactDays: 6,
  accounts: [],
  told: [],
};
