import type { DemoTopicKey } from '../topics.js';

interface DemoKeyMessage {
  id: string;
  text: string;
}

/** What every answer of a topic gets across, under ids that a message house can refer to. */
export const KEY_MESSAGES: Readonly<Partial<Record<DemoTopicKey, DemoKeyMessage[]>>> = {
  battery_safety: [
    {
      id: 'safety-first',
      text: 'La sécurité passe avant le service. · Safety comes before service.',
    },
    {
      id: 'bike-withdrawn',
      text: 'Tout vélo signalé est retiré aussitôt. · Every reported bike is withdrawn at once.',
    },
  ],
  app_outage: [
    { id: 'you-are-not-charged', text: 'Une panne ne vous coûte rien. · An outage costs you nothing.' },
  ],
  data_privacy: [
    {
      id: 'we-tell-you-ourselves',
      text: 'Si vos données sont en cause, nous vous le disons nous-mêmes. · If your data is concerned, we tell you ourselves.',
    },
  ],
  prices_refunds: [
    {
      id: 'what-is-due-is-paid',
      text: 'Ce qui vous est dû est remboursé. · What is due to you is paid back.',
    },
  ],
  executive_statements: [
    {
      id: 'respect',
      text: 'Nous respectons celles et ceux qui voyagent et travaillent chez nous. · We respect everyone who travels and works with us.',
    },
  ],
  accessibility: [
    { id: 'everybody-travels', text: 'Chacun doit pouvoir voyager. · Everybody must be able to travel.' },
  ],
};
