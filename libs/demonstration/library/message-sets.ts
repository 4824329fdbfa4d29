import type { MessageContent, MessageSetKind } from '#contract/messages';
import type { DemoDepartmentKey } from '../people.js';
import type { DemoTopicKey } from '../topics.js';

export interface DemoMessageSet {
  kind: MessageSetKind;
  /** null: of the organisation. */
  topic: DemoTopicKey | null;
  authorEmail: string;
  /** Who approves for each department; one without a person still waits. */
  departments: readonly { key: DemoDepartmentKey; approverEmail: string | null }[];
  content: Omit<MessageContent, 'departmentIds'>;
}

const both = (fr: string, en: string) => ({ fr, en });
const NO_CONCERN = both('', '');

/** What Lumen Mobilité wants to get across: its own house, and that of batteries, with a map for the question on everybody's lips. */
export const DEMO_MESSAGE_SETS: readonly DemoMessageSet[] = [
  {
    kind: 'house',
    topic: null,
    authorEmail: 'camille.arnaud@lumen.example',
    departments: [{ key: 'pr', approverEmail: 'antoine.legoff@lumen.example' }],
    content: {
      concern: NO_CONCERN,
      umbrella: {
        key: 'everybody-travels',
        text: both('Chacun doit pouvoir voyager.', 'Everybody must be able to travel.'),
        proofs: [],
      },
      messages: [
        {
          key: 'respect',
          text: both(
            'Nous respectons celles et ceux qui voyagent et travaillent chez nous.',
            'We respect everyone who travels and works with us.',
          ),
          proofs: [both('Une charte signée par la direction.', 'A charter signed by the management.')],
        },
        {
          key: 'what-is-due-is-paid',
          text: both('Ce qui vous est dû est remboursé.', 'What is due to you is paid back.'),
          proofs: [
            both('Le virement part sous cinq jours ouvrés.', 'The transfer leaves within five working days.'),
          ],
        },
        {
          key: 'you-are-not-charged',
          text: both('Une panne ne vous coûte rien.', 'An outage costs you nothing.'),
          proofs: [
            both('Les trajets concernés ne sont pas facturés.', 'Trips that are concerned are not charged.'),
          ],
        },
      ],
    },
  },
  {
    kind: 'house',
    topic: 'battery_safety',
    authorEmail: 'camille.arnaud@lumen.example',
    departments: [
      { key: 'security', approverEmail: 'olivier.tanguy@lumen.example' },
      { key: 'pr', approverEmail: 'siobhan.keane@lumen.example' },
    ],
    content: {
      concern: NO_CONCERN,
      umbrella: {
        key: 'safety-first',
        text: both('La sécurité passe avant le service.', 'Safety comes before service.'),
        proofs: [],
      },
      messages: [
        {
          key: 'bike-withdrawn',
          text: both('Tout vélo signalé est retiré aussitôt.', 'Every reported bike is withdrawn at once.'),
          proofs: [
            both(
              'Il ne se déverrouille plus dès le signalement.',
              'It no longer unlocks once it is reported.',
            ),
          ],
        },
        {
          key: 'batteries-checked',
          text: both(
            'Chaque batterie est contrôlée avant de reprendre la route.',
            'Every battery is checked before it is back on the road.',
          ),
          proofs: [
            both(
              'Un technicien habilité signe chaque contrôle.',
              'A qualified technician signs for every check.',
            ),
          ],
        },
      ],
    },
  },
  {
    kind: 'map',
    topic: 'battery_safety',
    authorEmail: 'ines.kaddour@lumen.example',
    departments: [{ key: 'legal', approverEmail: null }],
    content: {
      umbrella: null,
      concern: both(
        'Puis-je encore prendre un vélo ? (clientes et clients)',
        'May I still take a bike? (customers)',
      ),
      messages: [
        {
          key: 'map-stop',
          text: both(
            'Une odeur, de la fumée : descendez, éloignez-vous.',
            'Smell or smoke: get off, step away.',
          ),
          proofs: [
            both('Consigne des pompiers.', 'Advice of the fire brigade.'),
            both('Affichée sur chaque station.', 'Shown at every station.'),
            both('Rappelée dans l’application.', 'Repeated in the app.'),
          ],
        },
        {
          key: 'map-report',
          text: both('Signalez le vélo, nous le bloquons.', 'Report the bike, we lock it.'),
          proofs: [
            both('Un bouton dans l’application.', 'A button in the app.'),
            both('Un numéro jour et nuit.', 'A number day and night.'),
            both('Blocage à distance.', 'Locked from afar.'),
          ],
        },
        {
          key: 'map-checked',
          text: both('Les vélos proposés sont contrôlés.', 'The bikes on offer are checked.'),
          proofs: [
            both('Contrôle signé.', 'Signed checks.'),
            both('Batterie suivie par numéro.', 'Each battery tracked by number.'),
            both('Audit indépendant chaque année.', 'Independent audit every year.'),
          ],
        },
      ],
    },
  },
];
