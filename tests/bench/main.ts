/** `npm run bench -- NAME [flags]`. Each is loaded when it is asked for. */
const BENCHES: Record<string, () => Promise<(flags: string[]) => Promise<void>>> = {
  dashboard: async () => (await import('./dashboard.js')).benchDashboard,
  inbox: async () => (await import('./inbox.js')).benchInbox,
  escalations: async () => (await import('./escalations.js')).benchEscalations,
  suggestions: async () => (await import('./suggestions.js')).benchSuggestions,
  intake: async () => (await import('./intake.js')).benchIntake,
  topics: async () => (await import('./topics.js')).benchTopics,
  assess: async () => (await import('./assess.js')).benchAssess,
  push: async () => (await import('./push.js')).benchPush,
  workshop: async () => (await import('./workshop.js')).benchWorkshop,
};

const [name, ...flags] = process.argv.slice(2);
const load = BENCHES[name ?? ''];
if (!load) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [flags]`);
  process.exit(2);
}
const run = await load();
await run(flags);
