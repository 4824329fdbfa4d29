import type { Messages } from '../messages.js';

export const audit: Messages['audit'] = {
  title: 'Registre des décisions',
};
