import type { Method, OwnMethod } from '#contract/workshops';
import { LOCALES, type Locale } from '#platform/contract';
import { METHODS } from '#rules/workshops';

type Words = OwnMethod['name'];
type MethodPhase = OwnMethod['phases'][number];

const NOTHING: Words = { fr: '', en: '' };

/** A method to begin with. */
export function emptyMethod(): OwnMethod {
  return {
    name: NOTHING,
    summary: NOTHING,
    sources: [],
    fit: {
      objectives: { explore: 0, decide: 0, share: 0, imagine: 0, solve: 0, bind: 0 },
      people: { min: 4, max: 30 },
      minutes: { min: 30, max: 120 },
      places: { on_site: 2, remote: 1, mixed: 1 },
      trust: 'medium',
    },
    phases: [newMethodPhase([])],
    rules: [],
    roles: [],
    roomPlan: { on_site: NOTHING, remote: NOTHING, mixed: NOTHING },
    dots: 5,
    dotsPerItem: 3,
    whenNot: [],
    harvest: NOTHING,
  };
}

/** What another method holds, to be adapted. */
export function copyOf({ key: _, ...method }: Method): OwnMethod {
  return structuredClone(method);
}

/** A phase with a key that no other has. */
export function newMethodPhase(phases: readonly { key: string }[]): MethodPhase {
  const taken = new Set(phases.map(({ key }) => key));
  let number = phases.length + 1;
  while (taken.has(`phase_${number}`)) number += 1;
  return {
    ...{ key: `phase_${number}`, title: NOTHING, text: NOTHING },
    ...{ minutes: 10, captures: ['idea'], grouping: null, voting: false },
  };
}

/** Without lines that nobody has begun, as it is saved. */
export function tidiedMethod(method: OwnMethod): OwnMethod {
  const begun = ({ fr, en }: Words) => fr.trim() !== '' || en.trim() !== '';
  return {
    ...method,
    rules: method.rules.filter(begun),
    whenNot: method.whenNot.filter(begun),
    roles: method.roles.filter(({ name, text }) => begun(name) || begun(text)),
    sources: method.sources.filter(({ text }) => text.trim() !== ''),
  };
}

/** Languages in which something is not said that the other one says: there, the other is shown. */
export function gapsOf(method: OwnMethod): Locale[] {
  return LOCALES.filter((language) => hasGap(method, language));
}

function hasGap(value: unknown, language: Locale): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isWords(value))
    return value[language].trim() === '' && (value.fr.trim() !== '' || value.en.trim() !== '');
  return Object.values(value).some((one) => hasGap(one, language));
}

function isWords(value: object): value is Words {
  return 'fr' in value && 'en' in value && typeof value.fr === 'string' && typeof value.en === 'string';
}

/** What a file of a method holds. */
export interface MethodFile {
  basedOn: string | null;
  method: OwnMethod;
}

/** A method as a file; what it was copied from is named where other places know it too. */
export function fileOf({ basedOn, method }: MethodFile): string {
  const known = METHODS.some(({ key }) => key === basedOn) ? basedOn : null;
  return JSON.stringify({ kind: 'workshop-method', basedOn: known, method }, null, 2);
}

/** What a file says; null when it is no JSON. Whether it is a method is what the API checks, field by field. */
export function methodOfFile(text: string): MethodFile | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return null;
    const basedOn = 'basedOn' in read && typeof read.basedOn === 'string' ? read.basedOn : null;
    return { basedOn, method: ('method' in read ? read.method : read) as OwnMethod };
  } catch {
    return null;
  }
}
