import type { ConfidenceNumbers } from './confidence-numbers.js';

export const TRAINED: ConfidenceNumbers = {
  constant: -2,
  top: 3,
  lead: 1,
  nearest: 2,
  nearestOfTop: 1,
  coverage: 1,
  wordings: 0,
  topByWordings: 0,
  nearestByWordings: 0,
  answers: 0,
  sharpness: 1.5,
  sharpnessByWordings: 0,
};
export const UNTRAINED: ConfidenceNumbers = TRAINED;
