import type { Picture } from '#contract/mentions';
import type { Inject } from './contract-scenario.js';

/** What an inject shows, said in the language of the drill. */
export function pictureIn({ picture }: Pick<Inject, 'picture'>, language: 'fr' | 'en'): Picture | null {
  return picture ? { id: picture.id, alt: picture.alt[language] } : null;
}

/** Whether its post counts as one with a picture, which weighs as evidence. */
export function comesWithMedia({ hasMedia, picture }: Pick<Inject, 'hasMedia' | 'picture'>): boolean {
  return hasMedia || picture !== undefined;
}
