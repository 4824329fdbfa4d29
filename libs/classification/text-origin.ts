import type { AuthorFacts } from './assessment.js';
import { kindOfName } from './author-kind.js';

/** Where the information of a post comes from, which is not always who posts it: a passed-on headline is the press's. */
export const TEXT_ORIGINS = ['eyewitness', 'government', 'ngo', 'business', 'media', 'outsider'] as const;
export type TextOrigin = (typeof TEXT_ORIGINS)[number];

export interface OriginReading {
  origin: TextOrigin;
  /** What told it, as written or as a rule's name. */
  because: string;
}

/**
 * By rules on the form of the text, without any training: who is passed on (`RT @BBCNews`), who is named as the source
 * (`via @…`, `according to police`), first-hand words, and the form of a headline.
 */
export function readOrigin(text: string, author?: AuthorFacts): OriginReading {
  const passedOn = /^(?:RT|MT|“|")?\s*@(\w+):/.exec(text)?.[1] ?? /\bRT @(\w+)/.exec(text)?.[1];
  for (const handle of [passedOn, author?.handle]) {
    const origin = handle === undefined ? undefined : originOfName(handle);
    if (handle !== undefined && origin) return { origin, because: handle };
  }
  const body = text.replace(/^(?:RT @\w+:? ?)+/, '');
  const witness = FIRST_HAND.exec(body);
  if (witness) return { origin: 'eyewitness', because: witness[0] };
  const charity = CHARITY.exec(body);
  if (charity) return { origin: 'ngo', because: charity[0] };
  const via = /\b(?:via|por|par|from) @(\w+)/i.exec(body)?.[1];
  const viaOrigin = via === undefined ? undefined : originOfName(via);
  if (via !== undefined && viaOrigin) return { origin: viaOrigin, because: via };
  const personal = PERSONAL.exec(body);
  if (personal) return { origin: 'outsider', because: personal[0] };
  if (headlinePoints(body) >= HEADLINE) return { origin: 'media', because: 'headline' };
  return { origin: 'outsider', because: 'nothing' };
}

function originOfName(handle: string): TextOrigin | undefined {
  if (AID.test(handle)) return 'ngo';
  const kind = kindOfName(handle, undefined)?.kind;
  if (kind === 'press' || kind === 'automated') return 'media';
  if (kind === 'official') return 'government';
  return kind === 'brand' ? 'business' : undefined;
}

/** A sentence told from outside, with a link, without address or feeling. */
function headlinePoints(body: string): number {
  const bare = body.replace(/https?:\S*/g, '').trim();
  const words = bare.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length;
  let points = 0;
  if (/https?:/.test(body)) points += 2;
  if (NEWS.test(body)) points += 2;
  if (words.length > 4 && capitals / words.length > 0.45) points += 1;
  if (/^[^@#]{12,}:/.test(bare) || /[-|–] [A-Z][\w ]{2,20}$/.test(bare)) points += 1;
  if (/\d/.test(bare)) points += 1;
  if (/@\w+/.test(bare)) points -= 1;
  if (/[!?]{1,}|[:;]-?[()D]|\p{Extended_Pictographic}/u.test(bare)) points -= 2;
  if (words.length < 5) points -= 1;
  return points;
}

const HEADLINE = 3;

const FIRST_HAND =
  /\b(?:i (?:can|could|just|still)? ?(?:see|hear|heard|saw|felt|smell|live near)|(?:outside|from|at) my (?:window|house|home|school|office)|my (?:eyes|throat|house|window|mask)|near me|where i live|in my area|j'ai (?:vu|entendu|senti)|chez moi|je vois|acabo de (?:ver|o[ií]r)|desde mi (?:casa|ventana)|se siente|se escuch[oó])\b/iu;
const CHARITY =
  /\b(?:centros? de acopio|donat(?:e|ing|ion)s?|blood (?:drive|donor|bank)|donar sangre|don du sang|relief (?:fund|effort)|volunteers? needed|collecte de dons|red cross|cruz roja|croix[- ]rouge)\b/iu;
const PERSONAL =
  /\b(?:i|i'm|im|my|me|we|our|you|your|omg|wtf|lol|pray(?:ing|ers)?|thoughts|rip|je|j'|mon|ma|nous|vous|yo|mi|mis|nuestr[oa]s?|qu[eé] triste|dios|[aá]nimo|fuerza|lamento|p[eé]same|condolences?|sad|sorry|feel)\b/iu;
const NEWS =
  /\b(?:breaking|update|[uú]ltim[ao] hora|urgent[e]?|video|photos?|fotos?|live|en vivo|reports?|reported|sources?|officials?|confirm(?:s|ed|a|an|ó)?|death toll|killed|injured|muert[oa]s|heridos|fallecid[oa]s|v[ií]ctimas|according to|seg[uú]n|asegura|anuncia|dice|says?|said|morts?|bless[eé]s|selon|police|investigat\w+|minist\w+)\b/iu;
const AID = /red_?cross|cruz_?roja|croix_?rouge|unicef|blood|donate|charity|caritas|salvation|voluntari|ngo/i;
