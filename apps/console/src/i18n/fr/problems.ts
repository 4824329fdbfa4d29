import type { Messages } from '../messages.js';
import { answeringProblems } from './problems-answering.js';
import { crisisProblems } from './problems-crisis.js';
import { escalatingProblems } from './problems-escalating.js';
import { gatheringsProblems } from './problems-gatherings.js';
import { listeningProblems } from './problems-listening.js';
import { relationsProblems } from './problems-relations.js';

export const problems: Messages['problems'] = {
  'invalid-input': 'Certains champs sont à revoir.',
  'not-signed-in': 'Connectez-vous d’abord.',
  'not-allowed': 'Votre rôle ne le permet pas.',
  'foreign-origin': 'La demande venait d’une page d’un autre site ; elle a été refusée.',
  internal: 'Un problème est survenu de notre côté ; rien n’a été modifié.',
  'no-such-address': 'Il n’y a rien à cette adresse.',
  'malformed-request': 'La demande est illisible.',
  'too-large': 'C’est trop volumineux.',
  'unsupported-media-type': 'Ce type de contenu n’est pas accepté.',
  refused: 'Le serveur a refusé la demande.',
  required: 'Ce champ est obligatoire.',
  'invalid-type': 'Ce n’est pas le genre de valeur attendu.',
  'invalid-value': 'Ce n’est pas une des valeurs possibles.',
  'too-small': 'C’est trop court ou trop petit.',
  'too-big': 'C’est trop long ou trop grand.',
  'invalid-format': 'La forme n’est pas la bonne.',
  'unrecognized-keys': 'Ce champ n’est pas connu ici.',
  'display-not-known': 'Cet écran mural n’est pas ouvert, ou ne l’est plus.',
  'display-not-found': 'Cet écran mural n’existe pas.',
  'display-already-shut': 'Cet écran mural est déjà fermé.',
  'not-after-from': 'La fin n’est pas après le début.',
  'range-too-long': 'Une période ne dépasse pas 400 jours.',
  'cursor-invalid': 'La liste a changé ; rechargez-la.',
  'wrong-credentials': 'L’adresse e-mail ou le mot de passe est erroné.',
  'too-many-attempts': 'Trop d’essais. Attendez quelques minutes avant de réessayer.',
  'invitation-invalid': 'Ce lien a expiré ou a déjà servi. Demandez-en un nouveau à un administrateur.',
  'email-taken': 'Une personne a déjà cette adresse e-mail ici.',
  'unknown-department': 'Cette direction n’existe plus.',
  'approver-needs-department': 'Un valideur doit appartenir à au moins une direction.',
  'person-not-found': 'Cette personne n’est pas dans l’espace.',
  'last-administrator': 'C’est le dernier administrateur : l’espace n’en aurait plus.',
  'department-key-taken': 'Une autre direction a cette clé.',
  'department-not-found': 'Cette direction n’existe plus.',
  ...answeringProblems,
  ...listeningProblems,
  ...escalatingProblems,
  ...relationsProblems,
  ...crisisProblems,
  ...gatheringsProblems,
};
