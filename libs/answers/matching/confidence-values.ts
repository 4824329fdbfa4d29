import type { ConfidenceNumbers } from './confidence-numbers.js';

export const TRAINED: ConfidenceNumbers = {
  constant: -1.732,
  top: 2.755,
  lead: 1.348,
  nearest: -1.034,
  nearestOfTop: -0.191,
  coverage: 1.564,
  wordings: -1.071,
  topByWordings: -0.102,
  nearestByWordings: 0.682,
  answers: -0.019,
  sharpness: 2.219,
  sharpnessByWordings: -0.109,
};
export const UNTRAINED: ConfidenceNumbers = TRAINED;
