/** `npm run test:faults -- [NAME] [--runs N] [--seed S]`: faults at random, from a printed seed; prints a tally as JSON. */
const SUITES: Record<string, () => Promise<(flags: string[]) => Promise<void>>> = {
  escalations: async () => (await import('./escalations.js')).soakEscalations,
  replies: async () => (await import('./replies.js')).faultsOfReplies,
};

const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && !first.startsWith('-');
const load = SUITES[named ? first : 'replies'];
if (!load) {
  console.error(`Usage: npm run test:faults -- [${Object.keys(SUITES).join(' | ')}] [--runs N] [--seed S]`);
  process.exit(2);
}
await (
  await load()
)(named ? rest : process.argv.slice(2));
