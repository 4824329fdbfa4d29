import type { Messages } from '../messages.js';

export const sources: Messages['sources'] = {
  title: 'Sources',
};
