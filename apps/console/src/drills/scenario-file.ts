import type { Scenario } from '#contract/drills';

/** A scenario in a file, with the pictures that its injects show, by their ids, as data URLs. */
export interface ScenarioFile {
  scenario: unknown;
  pictures: Readonly<Record<string, string>>;
}

/** What a file holds: a scenario alone, one with its pictures, or as the API shows one. Null when it is no JSON. */
export function scenarioOfFile(text: string): ScenarioFile | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(read)) return { scenario: read, pictures: {} };
  const pictures = isRecord(read['pictures']) ? read['pictures'] : {};
  return {
    scenario: 'scenario' in read ? read['scenario'] : read,
    pictures: Object.fromEntries(
      Object.entries(pictures).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  };
}

/** The text of a file that can be brought in elsewhere. `pictures` are those that it shows, as data URLs by their ids. */
export function fileOfScenario(scenario: Scenario, pictures: Readonly<Record<string, string>>): string {
  const shown = Object.keys(pictures).length > 0 ? { ...scenario, pictures } : scenario;
  return JSON.stringify(shown, null, 2);
}

/** Ids of the pictures that a scenario shows, each once. */
export function picturesOf({ injects }: Pick<Scenario, 'injects'>): string[] {
  return [...new Set(injects.flatMap(({ picture }) => (picture ? [picture.id] : [])))];
}

/** The bytes of a picture in a file; null for what is not one. */
export function bytesOfDataUrl(url: string): Uint8Array<ArrayBuffer> | null {
  const base64 = /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1];
  if (base64 === undefined) return null;
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
