import Sequencer from '@jest/test-sequencer';

/**
 * Files that take much longer than others, the longest first. Begun last, one of them would run alone at the end; and a
 * fresh checkout remembers no times.
 */
const LONG = [
  'every-page-english',
  'every-page-french',
  'running-a-drill',
  'key-messages',
  'a-post-that-changes',
  'connecting-a-network',
  'reply-faults',
  'ready-scenarios.db',
  'recorded-day',
  'live-connections',
  'bad-input',
  'publishing-once.db',
  'escalation-faults',
].map((name) => `/${name}.spec.ts`);

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONG.findIndex((end) => path.replaceAll('\\', '/').endsWith(end));
      return place < 0 ? LONG.length : place;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
