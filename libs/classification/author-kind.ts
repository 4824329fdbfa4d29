import type { AuthorFacts, AuthorKind, Reason } from './assessment.js';
import { nameWords } from './name-words.js';

export interface AuthorKindReading {
  kind: AuthorKind;
  reason: Reason | null;
}

/**
 * Who seems to speak: press, an authority or association (`official`), a firm (`brand`), a person, or a likely
 * automated account. By name, handle, description and the form of the text, in this order; nothing found means a
 * person. A hint for the weighing of a topic, never a judgement of somebody: the reason names what told.
 */
export function readAuthorKind(author: AuthorFacts | undefined, text: string): AuthorKindReading {
  const known = author?.kind === undefined ? undefined : OF_STAKEHOLDERS.get(author.kind);
  if (known !== undefined) return told(known, 'stakeholder', author?.kind);
  const named = kindOfName(author?.handle, author?.name);
  if (named) return told(named.kind, 'name', named.word);
  const described = kindOfDescription(author?.bio);
  if (described) return told(described.kind, 'description', described.word);
  const feed = FEED_SIGN.some((sign) => text.includes(sign)) ? FEED_FORM.exec(text) : null;
  if (feed) return told('automated', 'text', feed[0].trim());
  return { kind: 'person', reason: null };
}

/** What a handle or a displayed name says: whole words of it, and what a handle begins or ends with. */
export function kindOfName(
  handle: string | undefined,
  name: string | undefined,
): { kind: AuthorKind; word: string } | null {
  for (const given of [handle, name]) {
    if (!given) continue;
    for (const word of nameWords(given)) {
      const kind = WORDS.get(word);
      if (kind) return { kind, word };
    }
  }
  if (!handle) return null;
  const bare = handle.toLowerCase().replace(/[^a-z]/g, '');
  for (const [part, kind] of PARTS) {
    if (bare.startsWith(part) || bare.endsWith(part)) return { kind, word: part };
  }
  return null;
}

function kindOfDescription(bio: string | undefined): { kind: AuthorKind; word: string } | null {
  if (!bio) return null;
  const found = OF_DESCRIPTION.find(([, pattern]) => pattern.test(bio));
  const word = found?.[1].exec(bio)?.[0];
  return found && word ? { kind: found[0], word } : null;
}

function told(kind: AuthorKind, code: string, word: string | undefined): AuthorKindReading {
  return {
    kind,
    reason: {
      part: 'author',
      code: `kind-${code}`,
      weight: 0,
      params: { authorKind: kind, word: word ?? '' },
    },
  };
}

const OF_STAKEHOLDERS = new Map<string, AuthorKind>([
  ['press', 'press'],
  ['authority', 'official'],
  ['authorities', 'official'],
  ['regulator', 'official'],
  ['elected', 'official'],
  ['elected_official', 'official'],
  ['elected_officials', 'official'],
  ['association', 'official'],
  ['ngo', 'official'],
  ['ngos', 'official'],
  ['union', 'official'],
  ['unions', 'official'],
  ['competitors', 'brand'],
  ['suppliers', 'brand'],
  ['automated', 'automated'],
]);

const words = (kind: AuthorKind, list: string): [string, AuthorKind][] =>
  list.split(' ').map((word) => [word, kind]);

/** Kinds of account by a word of their name; names of the trade and of widely known houses. */
const WORDS = new Map<string, AuthorKind>([
  ...words(
    'press',
    'news noticias noticia noticiero actu actus actualites info infos journal journaliste journalist reporter reportero ' +
      'redaction newsroom newsdesk breaking gazette tribune herald times telegraph guardian daily diario periodico prensa ' +
      'presse press radio tv television televizion magazine media medios zeitung nachrichten giornale quotidiano notizie ' +
      'jornal correspondent editor bbc cnn reuters afp ap efe lemonde lefigaro liberation mediapart bfmtv franceinfo ' +
      'leparisien ouestfrance france24 rfi euronews skynews aljazeera globovision telesur eluniversal elmundo elpais',
  ),
  ...words(
    'official',
    'gov gouv gouvernement government gobierno governo regierung ministry ministere ministerio ministro minister ' +
      'prefecture prefet mairie ville police policia polizei gendarmerie pompiers sdis fire firefighters bomberos ' +
      'embassy ambassade embajada senate senat senateur depute mayor maire alcalde alcaldia gobernador governor ' +
      'president presidencia parliament parlement commission agency agence council conseil autorite authority ars samu ' +
      'redcross croixrouge cruzroja unicef greenpeace amnesty ngo ong association asso fondation foundation syndicat ' +
      'union caritas emergency weather meteo nws fema',
  ),
  ...words(
    'brand',
    'officiel official oficial shop store boutique support sav helpdesk customercare customerservice inc ltd gmbh sarl ' +
      'company corp group groupe hotel restaurant brand marketing agencia immobilier realestate consulting jobs careers ' +
      'taxis airlines airways bank banque bancobank insurance assurances',
  ),
  ...words('automated', 'bot rss alerts alertes alert feed robot autopost trends trending'),
]);

/** The same where a handle runs words together; only at its beginning or its end. */
const PARTS: [string, AuthorKind][] = [
  ...words('press', 'news noticias actu infos journal reporter press radio prensa diario televis'),
  ...words('official', 'police policia gouv prefet mairie pompiers bomberos embassy minister fire'),
  ...words('automated', 'rss bot'),
];

const OF_DESCRIPTION: [AuthorKind, RegExp][] = [
  [
    'automated',
    /\b(bot|automated|automatique|auto[- ]?tweets?|unofficial feed|flux rss|automatisch|autom[aá]tic[ao])\b/iu,
  ],
  [
    'press',
    /\b(journalist\w*|reporter|r[ée]dact(?:ion|eur|rice)\w*|correspond[ae]nte?|periodista|news(?:paper|room)|breaking news|presse|journal)\b/iu,
  ],
  [
    'official',
    /\b(compte officiel d(?:e|u)s? (?:la |l['’])?(?:pr[ée]fecture|ville|mairie|minist[èe]re|police)|government|ministry|d[ée]put[ée]e?|s[ée]nat(?:eur|rice)|maire|mayor|senator|city of|police department)\b/iu,
  ],
  [
    'brand',
    /\b(official account|compte officiel|customer (?:care|service)|service client|our products|nos produits|livraison|shop now)\b/iu,
  ],
];

/** One of these stands in every such text; looking for them costs less than the expression. */
const FEED_SIGN = ['paper', ' is out!', 'IFTTT', 'Automatically'];
/** Texts that programs write: the mark of a feed or of a posting service. */
const FEED_FORM =
  /(?:#paperli\b|\bpaper\.li\b|\bis out! https?:|\bvia IFTTT\b|\bAutomatically (?:posted|checked)\b)/u;
