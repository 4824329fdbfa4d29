import type { Messages } from '../messages.js';

export const replies: Messages['replies'] = {
  title: 'Réponses',
};
