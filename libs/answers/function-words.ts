/**
 * Words that carry no subject: they are no reason for a suggestion. Written without accents, in lower case: a post is rarely careful with either.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    'le la l de des du d un une au aux en et je j tu il elle on nous vous me m te t se s ne n pas que qu qui y a ai as',
    'es c ce ces mon ma mes ton ta tes son sa ses notre nos votre vos leur lui eux pour par sur avec dans',
    'i me my myself we our ours you your yours he him his she her it its they them their this that these those am is are',
    'was were be been being have has had having do does did doing a an the and but if or as at by for with about from in',
    'out on off to of after before over under again while until since because through during between not can cannot so than then there here when where why how what which who whom am don t s ll ve re',
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
