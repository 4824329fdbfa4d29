import type { ObservedCriterion } from '#rules/drills';
import type { DemoTopicKey } from '../topics.js';

/** A drill that is over, as it went; minutes are those of the scenario. */
export interface PastDrill {
  /** Of the ready ones. */
  scenario: string;
  topic: DemoTopicKey;
  title: string;
  daysAgo: number;
  language: 'fr' | 'en';
  speed: number;
  lead: string;
  /** Who answers posts. */
  manager: string;
  /** Who is asked. */
  expert: string;
  escalated: { minute: number; inject: string; acknowledged: number; question: string };
  /** The level that the lead set by hand. */
  raised: { minute: number; level: 2 | 3; why: string };
  /** Posts that were left alone, on purpose. */
  left: readonly { minute: number; inject: string }[];
  over: string;
  /** The answer is named by its question. */
  replies: readonly {
    minute: number;
    inject: string;
    question: string;
    placeholders: Readonly<Record<string, string>>;
  }[];
  notes: readonly { minute: number; text: string }[];
  scores: readonly { criterion: ObservedCriterion; score: number; note: string }[];
  lessons: { worked: string; failed: string; next: string };
}

/** The first one: seen late, and nobody knew who does what. */
const BATTERY: PastDrill = {
  scenario: 'product_defect',
  topic: 'battery_safety',
  title: 'Exercice d’ouverture : la batterie qui brûle',
  daysAgo: 19,
  language: 'fr',
  speed: 30,
  lead: 'julien.marchetti@lumen.example',
  manager: 'camille.arnaud@lumen.example',
  expert: 'olivier.tanguy@lumen.example',
  escalated: {
    ...{ minute: 22, inject: 'hot', acknowledged: 26 },
    question: 'Une batterie brûlante à la station Halles : que dit-on, et ferme-t-on la station ?',
  },
  raised: { minute: 34, level: 2, why: 'Deux blessées et une photo : le signal faible n’en est plus un.' },
  left: [{ minute: 38, inject: 'troll' }],
  over: 'L’exercice est terminé.',
  replies: [
    {
      ...{ minute: 20, inject: 'ordinary', placeholders: {} },
      question: 'Le vélo ou la trottinette ne se déverrouille pas',
    },
    {
      ...{ minute: 42, inject: 'mine', placeholders: {} },
      question: 'Le vélo ou la trottinette ne se déverrouille pas',
    },
  ],
  notes: [
    { minute: 16, text: 'La brûlure est lue par tout le monde ; personne ne se sent chargé d’agir.' },
    { minute: 30, text: 'La presse écrit avant nous.' },
    { minute: 43, text: 'On répond « déverrouillage » à quelqu’un qui demande si sa batterie est sûre.' },
  ],
  scores: [
    { criterion: 'roles', score: 20, note: 'Trois personnes attendaient qu’une autre commence.' },
    { criterion: 'coordination', score: 30, note: 'La sûreté est appelée après la presse.' },
    { criterion: 'tone', score: 60, note: 'Poli ; sans un mot pour la personne blessée.' },
    { criterion: 'record', score: 20, note: 'La main courante est vide.' },
  ],
  lessons: {
    worked: 'La sûreté répond en quatre minutes une fois qu’on l’appelle ; le troll n’est pas nourri.',
    failed:
      'Le signal faible est lu et laissé là. Ni consigne de sécurité ni message d’attente, alors que les deux sont prêts.',
    next: 'Escalader dès la première odeur de brûlé. Dire d’abord comment se mettre en sécurité. Rejouer avec une panne.',
  },
};

/** The second one: seen early, escalated well, answered here and there, and no holding statement. */
const OUTAGE: PastDrill = {
  scenario: 'service_outage',
  topic: 'app_outage',
  title: 'Premier exercice : la panne du lundi',
  language: 'fr',
  speed: 10,
  lead: 'julien.marchetti@lumen.example',
  manager: 'camille.arnaud@lumen.example',
  expert: 'mathieu.delcourt@lumen.example',
  daysAgo: 5,
  escalated: {
    ...{ minute: 9, inject: 'second', acknowledged: 13 },
    question: 'Deux voix en trois minutes : l’application est-elle en panne ?',
  },
  raised: {
    ...{ minute: 20, level: 2 },
    why: 'Dix messages en dix minutes, sur quatre réseaux : c’est une panne, pas un incident isolé.',
  },
  left: [{ minute: 24, inject: 'joke' }],
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
};

/** The oldest first. */
export const DEMO_DRILLS: readonly PastDrill[] = [BATTERY, OUTAGE];
