import { benchIntake } from './intake.js';

const BENCHES: Record<string, (flags: string[]) => Promise<void>> = { intake: benchIntake };

const [name, ...flags] = process.argv.slice(2);
const bench = BENCHES[name ?? ''];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [flags]`);
  process.exit(2);
}
await bench(flags);
