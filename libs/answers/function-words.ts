/**
 * Words that carry no subject, beyond the stop words of the text search configurations (which, for French, leave out
 * many). Written without accents, in lower case: a post is rarely careful with either.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    'les ca cela cette cet si plus moins tout tous toute toutes aussi encore tres trop bien peu chez depuis pendant',
    'avant apres alors donc car comme comment pourquoi quand quoi quel quelle quels quelles dont ou sans sous entre',
    'vers deja jamais toujours rien personne quelque quelques chaque autre autres meme fait faire faites peut peux',
    'pouvez peuvent veux veut voulez va vais vont est etes suis sont etre avoir ils elles leurs puis parce ici la bas',
    'voila voici bonjour bonsoir salut merci svp stp oui non ok lol mdr hier aujourd hui demain cest jai',
    'hi hello hey thanks thank please yes no ok lol get got gets getting go goes going one two us also even ever never',
    'really still yet again another much many lot like just well way thing things everyone anyone someone something',
    'nothing would could should may might must will shall let make made take takes put come comes coming came said says',
    'say tell know see today tomorrow yesterday',
  ]
    .join(' ')
    .split(' '),
);
