import type { Messages } from '../messages.js';

export const signIn: Messages['signIn'] = {
  title: 'Connexion',
  tagline: 'Répondre vite, une seule fois, et seulement avec des mots validés.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  demonstration: 'Espace de démonstration',
  demonstrationText: 'Tout ici est inventé. Entrez dans la peau d’une de ces personnes :',
  signInAs: 'Se connecter en tant que',
  ownAccount: 'Ou avec un compte à vous',
  awaitsFirst:
    'Cet espace n’a pas encore d’administrateur. Ouvrez le lien à usage unique affiché à son démarrage.',
  sessionEnded: 'Votre session a pris fin. Reconnectez-vous pour reprendre où vous en étiez.',
};
