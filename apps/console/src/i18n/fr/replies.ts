import type { Messages } from '../messages.js';

export const replies: Messages['replies'] = {
  title: 'Réponses',
  lead: 'Ce qui va partir, ce qui a été publié, et ce qui a mal tourné.',
  state: 'État',
  anyState: 'Tous les états',
  none: 'Pas encore de réponse',
  noneText:
    'Les réponses apparaissent ici dès qu’une réponse validée est envoyée depuis la boîte de réception.',
  noneFound: 'Aucune réponse dans cet état',
  clear: 'Tout afficher',
  of: 'Réponse à une mention sur {{network}}',
  openMention: 'La mention',
  attempts_one: '{{count}} essai',
  attempts_other: '{{count}} essais',
  why: {
    'network-refused': 'Le réseau l’a refusée.',
    'network-postponed': 'Le réseau a demandé d’attendre.',
    'network-no-answer': 'Le réseau n’a pas répondu.',
    'not-found-yet': 'Le réseau ne la montre pas pour l’instant.',
    'not-published': 'Le réseau ne la montre pas : elle n’a pas été publiée.',
    'published-after-all': 'Le réseau la montre finalement.',
    'mention-changed-meanwhile': 'Il en a été décidé autrement pour la mention entre-temps.',
  },
};
