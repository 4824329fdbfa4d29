/** An outage of the application that is over: what the demonstration shows of a closed incident. */
export const OUTAGE = {
  topic: 'app_outage',
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
} as const;
