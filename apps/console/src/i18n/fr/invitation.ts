import type { Messages } from '../messages.js';

export const invitation: Messages['invitation'] = {
  title: 'Bienvenue',
  firstAdministrator: 'Vous créez le premier administrateur de cet espace de travail.',
  asRoles: 'Vous êtes invité comme : {{roles}}.',
  email: 'Adresse e-mail',
  name: 'Votre nom, tel que vos collègues le liront',
  password: 'Choisissez un mot de passe',
  passwordHint: '12 caractères au moins.',
  repeat: 'Le mot de passe encore une fois',
  differ: 'Les deux ne sont pas identiques.',
  accept: 'Entrer',
  missing: 'Ce lien n’est pas complet. Ouvrez-le exactement tel que vous l’avez reçu.',
  toSignIn: 'Vers la page de connexion',
};
