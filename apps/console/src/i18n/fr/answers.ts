import type { Messages } from '../messages.js';

export const answers: Messages['answers'] = {
  title: 'Bibliothèque',
  approvalsTitle: 'Validations',
};
