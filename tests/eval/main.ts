/** `npm run eval -- NAME --data DIR [flags]`: measures on data that is not part of the repository; prints one JSON line. */
const EVALUATIONS: Record<string, () => Promise<(flags: string[]) => Promise<void>>> = {};
const EVALUATIONS: Record<string, () => Promise<(flags: string[]) => Promise<void>>> = {
  answers: async () => (await import('./answers.js')).evaluateAnswers,
  crises: async () => (await import('./spikes/crises.js')).evaluateCrises,
  spikes: async () => (await import('./spikes/spikes.js')).evaluateSpikes,
  sentiment: async () => (await import('./text-models.js')).evaluation('sentiment'),
  offensive: async () => (await import('./text-models.js')).evaluation('offensive'),
  emotion: async () => (await import('./text-models.js')).evaluation('emotion'),
  irony: async () => (await import('./text-models.js')).evaluation('irony'),
  hate: async () => (await import('./text-models.js')).evaluation('hate'),
  language: async () => (await import('./text-models.js')).evaluation('language'),
  source: async () => (await import('./source.js')).evalSource,
};

const [name, ...flags] = process.argv.slice(2);
const load = EVALUATIONS[name ?? ''];
if (!load) {
  console.error(`Usage: npm run eval -- ${Object.keys(EVALUATIONS).join(' | ')} --data DIR`);
  process.exit(2);
}
await (
  await load()
)(flags);
