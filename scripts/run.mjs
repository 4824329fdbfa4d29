// node scripts/run.mjs PROGRAM [...]: installs and builds what is missing, then runs that program of dist/.
import { buildServer } from './build.mjs';
import { ensureInstalled, refuseOldNode, ROOT } from './ensure-installed.mjs';
import { runProgram } from './run-program.mjs';

const [program, ...flags] = process.argv.slice(2);
refuseOldNode();
try {
  ensureInstalled();
  buildServer();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// File names are meant from where the command was typed.
runProgram(program, flags, { cwd: process.env.INIT_CWD ?? process.cwd(), env: { PASSERELLE_ROOT: ROOT } });
