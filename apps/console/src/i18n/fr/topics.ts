import type { Messages } from '../messages.js';

export const topics: Messages['topics'] = {
  title: 'Sujets',
};
