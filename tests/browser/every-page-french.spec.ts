import { describeEveryPage } from '../setup/every-page.js';

describeEveryPage('fr', 'by link', [
  { scheme: 'light', width: 1440, height: 900 },
  { scheme: 'dark', width: 375, height: 740 },
]);
