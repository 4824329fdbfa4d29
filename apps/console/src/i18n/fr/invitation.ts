import type { Messages } from '../messages.js';

export const invitation: Messages['invitation'] = {
  title: 'Bienvenue',
};
