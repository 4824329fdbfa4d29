/** `npm run train -- NAME --data DIR [flags]`: makes the numbers that the product ships from data that it does not. */
const TRAININGS: Record<string, () => Promise<(flags: string[]) => Promise<void>>> = {};

const [name, ...flags] = process.argv.slice(2);
const load = TRAININGS[name ?? ''];
if (!load) {
  console.error(`Usage: npm run train -- ${Object.keys(TRAININGS).join(' | ')} --data DIR`);
  process.exit(2);
}
await (
  await load()
)(flags);
