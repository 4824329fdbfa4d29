/** A first drill, as it went: seen early, escalated well, answered here and there, and no holding statement. */
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
  /** One in time, one that answers another question, one too late; the answer is named by its question. */
  replies: [
    { minute: 8, inject: 'first', question: 'L’application Lumen ne fonctionne pas', placeholders: {} },
    { minute: 15, inject: 'ticket', question: 'L’application Lumen ne fonctionne pas', placeholders: {} },
    {
      ...{ minute: 34, inject: 'trip', question: 'Mon trajet ne se termine pas et le compteur continue' },
      placeholders: { case_link: 'https://lumen.example/aide/exercice' },
    },
  ],
  notes: [
    { minute: 11, text: 'Camille a vu le lien entre les deux premiers messages avant tout le monde.' },
    {
      minute: 16,
      text: 'Elsa demande comment passer le contrôle ; on lui répond que l’application est en panne.',
    },
    { minute: 33, text: 'Toujours aucun message d’attente : chacun croit qu’un autre l’écrit.' },
  ],
  scores: [
    { criterion: 'roles', score: 40, note: 'Personne n’a dit qui parle.' },
    { criterion: 'coordination', score: 70, note: 'L’escalade est partie vite, et au bon endroit.' },
    { criterion: 'tone', score: 70, note: 'Humain et bref ; une fois à côté de la question.' },
    { criterion: 'record', score: 50, note: 'Les faits sont notés, les décisions non.' },
  ],
  lessons: {
    worked:
      'Le signal faible est vu en quelques minutes et la première réponse part aussitôt ; la direction produit répond tout de suite.',
    failed:
      'Aucun message d’attente n’est parti : le rôle de porte-parole n’était à personne. Une réponse à côté de la question, une autre trop tard.',
    next: 'Nommer un porte-parole dès le niveau 1. Avoir un message d’attente prêt pour les pannes. Relire la question avant de choisir la réponse.',
  },
} as const;
