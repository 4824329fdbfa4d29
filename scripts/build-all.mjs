// npm run build: server and console into dist/.
import { buildConsole, buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode } from './ensure-installed.mjs';

refuseOldNode();
try {
  console.log(`Packages: ${ensureInstalled()}`);
  console.log(`Server: ${buildServer()}`);
  console.log(`Console: ${buildConsole()}`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
