import type { Messages } from '../messages.js';

export const imports: Messages['imports'] = {
  title: 'Imports',
};
