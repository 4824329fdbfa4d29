import { describeEveryPage } from '../setup/every-page.js';

describeEveryPage('en', 'by address', [
  { scheme: 'light', width: 375, height: 740 },
  { scheme: 'dark', width: 1440, height: 900 },
]);
