import type { Method } from './contract-plan.js';
import { APPRECIATIVE_INQUIRY } from './methods/appreciative-inquiry.js';
import { BAR_CAMP } from './methods/bar-camp.js';
import { BRAINSTORMING } from './methods/brainstorming.js';
import { OPEN_SPACE } from './methods/open-space.js';
import { SPEED_THINKING } from './methods/speed-thinking.js';
import { WORLD_CAFE } from './methods/world-cafe.js';

/** The methods that ship with the product. Each workshop adapts a copy, from which the next one can be made. */
export const METHODS: readonly Method[] = [
  APPRECIATIVE_INQUIRY,
  WORLD_CAFE,
  OPEN_SPACE,
  BAR_CAMP,
  BRAINSTORMING,
  SPEED_THINKING,
];
