import type { Messages } from '../messages.js';

export const people: Messages['people'] = {
  title: 'Personnes',
};
