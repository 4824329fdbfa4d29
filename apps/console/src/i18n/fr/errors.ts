import type { Messages } from '../messages.js';

export const errors: Messages['errors'] = {
  title: 'Le chargement a échoué',
  unreachable: 'Le serveur est injoignable. Vérifiez la connexion et réessayez.',
  unexpected: 'Un imprévu est survenu. Rien n’a été modifié.',
  fieldsTitle: 'À vérifier :',
};
