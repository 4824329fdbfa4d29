import type { OwnMethodView } from '#contract/workshops';
import { fileOf } from './method-draft.js';

/** Gives a method to the browser as a file that can be brought in elsewhere. */
export function saveMethodFile(own: Pick<OwnMethodView, 'key' | 'basedOn' | 'method'>): void {
  const address = URL.createObjectURL(new Blob([fileOf(own)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `method-${own.key}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
