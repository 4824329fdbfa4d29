import { describeEveryPage } from '../setup/every-page.js';

describeEveryPage([
  { language: 'en', scheme: 'light', width: 375, height: 740 },
  { language: 'fr', scheme: 'dark', width: 375, height: 740 },
]);
