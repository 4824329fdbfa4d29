import type { Messages } from '../messages.js';

export const training: Messages['training'] = {
  title: 'Réseau d’exercice',
};
