/** A first drill, as it went: seen early, escalated well, and nothing said. */
export const DEMO_DRILL = {
  scenario: 'service_outage',
  topic: 'app_outage',
  title: 'Premier exercice : la panne du lundi',
  language: 'fr',
  speed: 10,
  lead: 'julien.marchetti@lumen.example',
  manager: 'camille.arnaud@lumen.example',
  expert: 'mathieu.delcourt@lumen.example',
  question: 'Deux voix en trois minutes : l’application est-elle en panne ?',
  why: 'Dix messages en dix minutes, sur quatre réseaux : c’est une panne, pas un incident isolé.',
  over: 'L’exercice est terminé.',
  notes: [
    { minute: 11, text: 'Camille a vu le lien entre les deux premiers messages avant tout le monde.' },
    { minute: 33, text: 'Toujours aucun message d’attente : chacun croit qu’un autre l’écrit.' },
  ],
  scores: [
    { criterion: 'roles', score: 40, note: 'Personne n’a dit qui parle.' },
    { criterion: 'coordination', score: 70, note: 'L’escalade est partie vite, et au bon endroit.' },
    { criterion: 'record', score: 50, note: 'Les faits sont notés, les décisions non.' },
  ],
  lessons: {
    worked: 'Le signal faible est vu en quelques minutes ; la direction produit répond tout de suite.',
    failed: 'Aucun message d’attente n’est parti. Le rôle de porte-parole n’était à personne.',
    next: 'Nommer un porte-parole dès le niveau 1. Avoir un message d’attente prêt pour les pannes.',
  },
} as const;
