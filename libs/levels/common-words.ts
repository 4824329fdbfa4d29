/** Words of more than three letters that say nothing of a subject, in French and English, without accents. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'about after again against also always another anybody anyone because been before being below between both ' +
    'cannot come could does doing done down during each even ever every from further going gets give going good ' +
    'have having here into itself just know like made make many more most much must never only other over people ' +
    'really said same says should since some still such than that their them then there these they thing this those ' +
    'through today under until very want well went were what when where which while whom will with without would ' +
    'your yours yourself theyre dont didnt wont cant isnt youre ' +
    'aussi apres alors avait avec avoir avant beaucoup bien bonne bonjour cela celle celui cette ceux chez comme comment ' +
    'dans depuis deja deux dire disent dont elle elles encore entre etait etaient etre etes faire fait faites font ' +
    'hier ici jamais jour jours juste laquelle lequel leur leurs lors mais meme memes merci mieux moins mois ' +
    'monsieur notre nous parce parle pendant peut peux plus plusieurs pour pourquoi pouvez quand quel quelle quelque ' +
    'quelqu quels quoi rien sans sera serait seulement sommes sont sous suis tant tous tout toute toutes tres trop ' +
    'toujours vers veut veux voila voir votre vous vraiment aujourd demain http https'
  ).split(' '),
);
