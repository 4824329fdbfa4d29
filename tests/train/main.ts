/** `npm run train -- NAME --data DIR [flags]`: makes the numbers that the product ships from data that it does not. */
const TRAININGS: Record<string, () => Promise<(flags: string[]) => Promise<void>>> = {};
const TRAININGS: Record<string, () => Promise<(flags: string[]) => Promise<void>>> = {
  answers: async () => (await import('./answers.js')).trainAnswers,
  sentiment: async () => (await import('./text-models.js')).trainer('sentiment'),
  offensive: async () => (await import('./text-models.js')).trainer('offensive'),
  emotion: async () => (await import('./text-models.js')).trainer('emotion'),
  irony: async () => (await import('./text-models.js')).trainer('irony'),
  hate: async () => (await import('./text-models.js')).trainer('hate'),
  language: async () => (await import('./text-models.js')).trainer('language'),
};

const [name, ...flags] = process.argv.slice(2);
const load = TRAININGS[name ?? ''];
if (!load) {
  console.error(`Usage: npm run train -- ${Object.keys(TRAININGS).join(' | ')} --data DIR`);
  process.exit(2);
}
await (
  await load()
)(flags);
