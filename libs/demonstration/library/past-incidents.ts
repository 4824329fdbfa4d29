import type { IncidentRole } from '#rules/crisis';

/** An incident that is over, told in the language of those who were in it; times in minutes after its level rose. */
export interface PastIncident {
  topic: string;
  type: 'service_outage' | 'data_breach';
  daysAgo: number;
  lead: string;
  title: string;
  why: string;
  call: { link: string; phone: string; note: string };
  roles: readonly { role: Exclude<IncidentRole, 'lead'>; email: string; acceptedAfter: number }[];
  log: readonly { after: number; kind: 'fact' | 'unknown' | 'decision'; text: string; basis: string }[];
  review: {
    happened: string;
    worked: string;
    failed: string;
    learned: string;
    actions: readonly { text: string; owner: IncidentRole; inDays: number }[];
  };
}

const OUTAGE: PastIncident = {
  topic: 'app_outage',
  type: 'service_outage',
  daysAgo: 3,
  lead: 'julien.marchetti@lumen.example',
  title: 'Panne de déverrouillage dans quatre villes',
  why: 'Depuis vingt minutes, les vélos ne se déverrouillent plus dans quatre villes. Cause inconnue.',
  call: { link: 'https://visio.lumen.example/cellule', phone: '+33 1 84 00 00 00', note: 'Code 4471' },
  roles: [
    { role: 'operations', email: 'mathieu.delcourt@lumen.example', acceptedAfter: 4 },
    { role: 'pr', email: 'antoine.legoff@lumen.example', acceptedAfter: 12 },
    { role: 'community', email: 'camille.arnaud@lumen.example', acceptedAfter: 2 },
  ],
  log: [
    { after: 9, kind: 'fact', text: '2 300 trajets refusés en vingt minutes.', basis: 'Supervision' },
    { after: 12, kind: 'unknown', text: 'La panne vient-elle de nous ou de l’opérateur mobile ?', basis: '' },
    { after: 31, kind: 'fact', text: 'Le certificat des serrures a expiré.', basis: 'Équipe produit' },
    {
      after: 36,
      kind: 'decision',
      text: 'Les trajets commencés pendant la panne ne sont pas facturés.',
      basis: '',
    },
    {
      after: 118,
      kind: 'fact',
      text: 'Le déverrouillage fonctionne dans les quatre villes.',
      basis: 'Essais',
    },
  ],
  review: {
    happened:
      'Le certificat des serrures a expiré. Les vélos de quatre villes sont restés verrouillés un peu moins de deux heures.',
    worked:
      'La cellule était au complet en douze minutes. La décision de ne pas facturer a été prise avant qu’on nous la demande.',
    failed:
      'Aucun message d’attente n’était prêt pour une panne : les équipes ont répondu au cas par cas. Personne ne suivait la date d’expiration du certificat.',
    learned: 'Un message d’attente doit exister avant la panne, pas pendant.',
    actions: [
      { text: 'Écrire un message d’attente pour les pannes, en deux langues', owner: 'pr', inDays: 4 },
      {
        text: 'Surveiller l’expiration des certificats, avec alerte à trente jours',
        owner: 'operations',
        inDays: 11,
      },
    ],
  },
};

const LETTER: PastIncident = {
  topic: 'data_privacy',
  type: 'data_breach',
  daysAgo: 16,
  lead: 'julien.marchetti@lumen.example',
  title: 'Addresses of riders in Dublin visible in a newsletter',
  why: 'A newsletter left with all its addressees in copy. Riders in Dublin post pictures of it and ask who else can see their address.',
  call: { link: 'https://visio.lumen.example/cell', phone: '+353 1 600 0000', note: 'Code 2180' },
  roles: [
    { role: 'pr', email: 'siobhan.keane@lumen.example', acceptedAfter: 6 },
    { role: 'community', email: 'tom.whitfield@lumen.example', acceptedAfter: 3 },
    { role: 'legal', email: 'helene.vasseur@lumen.example', acceptedAfter: 9 },
  ],
  log: [
    {
      after: 8,
      kind: 'fact',
      text: '1,240 riders received the addresses of one another. Nothing else was in the letter.',
      basis: 'Mailing tool, checked by two people',
    },
    {
      after: 14,
      kind: 'unknown',
      text: 'Has anybody outside the list been sent the letter?',
      basis: '',
    },
    {
      after: 40,
      kind: 'decision',
      text: 'The Data Protection Commission is told today, well within its 72 hours.',
      basis: 'General counsel',
    },
    {
      after: 52,
      kind: 'decision',
      text: 'Every rider concerned gets a letter of their own: what happened, what to beware of, whom to ask.',
      basis: '',
    },
    {
      after: 130,
      kind: 'fact',
      text: 'The 1,240 letters have left, one by one. Twelve people have asked a question so far; each has an answer.',
      basis: 'Customer care',
    },
  ],
  review: {
    happened:
      'A newsletter was sent by hand from an ordinary mailbox, with 1,240 addresses in copy instead of blind copy. Riders told us before we noticed.',
    worked:
      'The cell was complete in fifteen minutes. Legal and communications sat in one call, so that the letter to riders needed one version only.',
    failed:
      'Nobody in Dublin had access to the mailing tool. We learnt of the matter from a post, forty minutes after the letter had left; and we wrote to riders but said nothing in public that day.',
    learned: 'People work around a tool that they cannot reach: access is part of safety.',
    actions: [
      {
        text: 'Give the Dublin team access to the mailing tool, and two hours with it',
        owner: 'community',
        inDays: 10,
      },
      { text: 'Block mails to more than fifty outside addresses in copy', owner: 'lead', inDays: 24 },
    ],
  },
};

/** What the demonstration shows of closed incidents: one in each language. */
export const PAST_INCIDENTS: readonly PastIncident[] = [LETTER, OUTAGE];
