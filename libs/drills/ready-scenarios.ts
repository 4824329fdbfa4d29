import { ACCIDENT_ON_SITE } from './ready/accident-on-site.js';
import { DATA_BREACH } from './ready/data-breach.js';
import { DISCRIMINATION } from './ready/discrimination.js';
import type { ReadyScenario } from './ready/draft.js';
import { EXECUTIVES_WORDS } from './ready/executives-words.js';
import { PRODUCT_DEFECT } from './ready/product-defect.js';
import { SERVICE_OUTAGE } from './ready/service-outage.js';

/** One scenario for each ready playbook, of an invented organisation, in both languages. */
export const READY_SCENARIOS: readonly ReadyScenario[] = [
  PRODUCT_DEFECT,
  DATA_BREACH,
  ACCIDENT_ON_SITE,
  DISCRIMINATION,
  EXECUTIVES_WORDS,
  SERVICE_OUTAGE,
];
