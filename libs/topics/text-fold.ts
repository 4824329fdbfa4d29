/**
 * Text without case, accents, ligatures or typographic variety, so that what people type compares equal: `Été` and
 * `ETE`, `cœur` and `coeur`, `Straße` and `strasse`, `l’avion` and `l'avion`, `𝗯𝗼𝘆𝗰𝗼𝘁𝘁` and `boycott`.
 * Folding twice changes nothing more. Marks that carry meaning (Thai, Devanagari vowels) are kept.
 */
export function foldText(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  let folded = text.replace(APOSTROPHES, "'").replace(TRADE_MARKS, ' ').normalize('NFKD');
  folded = folded.replace(DROPPED, '').toLowerCase();
  folded = folded.replace(EXPANDED, (letter) => EXPANSION[letter] ?? letter);
  // Compatibility decomposition took Korean syllables apart as well: put them together again.
  return NOT_ASCII.test(folded) ? folded.normalize('NFC') : folded;
}

const NOT_ASCII = /[^\x00-\x7f]/;

const APOSTROPHES = /[\u2018\u2019\u201b\u02bb\u02bc\u00b4\uff07]/g;

/** Decomposition would glue `tm` and `sm` to the brand before them. */
const TRADE_MARKS = /[\u2120\u2122]/g;

/** Accents (Latin, Greek, Cyrillic, Hebrew, Arabic), invisible characters, emoji variants and skin tones. */
const DROPPED = new RegExp(
  '[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u065f\\u0670' +
    '\\u00ad\\u200b-\\u200f\\u2060\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufeff]|\\ud83c[\\udffb-\\udfff]',
  'g',
);

/** Letters that no decomposition takes apart; the choices are those of PostgreSQL's `unaccent`. */
const EXPANSION: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ς: 'σ',
};

const EXPANDED = new RegExp(`[${Object.keys(EXPANSION).join('')}]`, 'g');
