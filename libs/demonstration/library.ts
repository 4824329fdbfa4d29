import type { DemoAnswer } from './library/demo-answer.js';
import { MONEY_ANSWERS } from './library/money.js';
import { PEOPLE_AND_DATA_ANSWERS } from './library/people-and-data.js';
import { REPUTATION_ANSWERS } from './library/reputation.js';
import { SAFETY_ANSWERS } from './library/safety.js';
import { SERVICE_ANSWERS } from './library/service.js';

export type { DemoAnswer, DemoPlaceholder, DemoVariant } from './library/demo-answer.js';

/** The library of the demonstration workspace, in French and English. */
export const DEMO_ANSWERS: readonly DemoAnswer[] = [
  ...SAFETY_ANSWERS,
  ...SERVICE_ANSWERS,
  ...MONEY_ANSWERS,
  ...PEOPLE_AND_DATA_ANSWERS,
  ...REPUTATION_ANSWERS,
];
