// npm run build: server and console into dist/; or only the one that is named.
import { buildConsole, buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode } from './ensure-installed.mjs';

refuseOldNode();
try {
  console.log(`Packages: ${ensureInstalled()}`);
  const named = process.argv[2];
  if (named !== 'console') console.log(`Server: ${buildServer()}`);
  if (named !== 'server') console.log(`Console: ${buildConsole()}`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
