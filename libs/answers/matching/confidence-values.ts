import type { ConfidenceNumbers } from './confidence-numbers.js';

// Made by `npm run train -- answers`; see decision 0009. TRAINED with the margins, UNTRAINED before they are learned.

export const TRAINED: ConfidenceNumbers = {
  constant: -1.543,
  top: 2.774,
  lead: 1.267,
  nearest: -1.095,
  nearestOfTop: -0.24,
  coverage: 1.488,
  wordings: -1.105,
  topByWordings: -0.096,
  nearestByWordings: 0.796,
  answers: -0.053,
  sharpness: 2.174,
  sharpnessByWordings: -0.089,
};

export const UNTRAINED: ConfidenceNumbers = {
  constant: -1.524,
  top: 3.792,
  lead: 3.172,
  nearest: -1.484,
  nearestOfTop: 1.899,
  coverage: 1.309,
  wordings: -1.118,
  topByWordings: 0.177,
  nearestByWordings: 0.887,
  answers: -0.058,
  sharpness: 2.806,
  sharpnessByWordings: -0.028,
};
