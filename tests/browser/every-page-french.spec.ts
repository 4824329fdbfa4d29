import { describeEveryPage } from '../setup/every-page.js';

describeEveryPage([
  { language: 'fr', scheme: 'light', width: 1440, height: 900 },
  { language: 'en', scheme: 'dark', width: 1440, height: 900 },
]);
