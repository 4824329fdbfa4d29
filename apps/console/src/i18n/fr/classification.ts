import type { Messages } from '../messages.js';

export const classification: Messages['classification'] = {
  title: 'Classement',
};
