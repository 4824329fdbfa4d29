import type { Messages } from '../messages.js';

export const system: Messages['system'] = {
  title: 'Installation',
};
