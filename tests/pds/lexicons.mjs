// Holds calls of the AT Protocol against its lexicons, as they come with the data server: reads what was asked and answered
// as JSON from standard input, and writes what is wrong with it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const [folder = '.cache/pds'] = process.argv.slice(2);
const require = createRequire(path.resolve(folder, 'package.json'));
const lexicons = path.join(path.dirname(require.resolve('@atproto/pds/package.json')), 'dist/lexicons');

/** @type {{ name: string; query: string[]; body: unknown; status: number; json: unknown }[]} */
const calls = JSON.parse(await text(process.stdin));
const faults = [];
for (const { name, query, body, status, json } of calls) {
  const { main } = await import(pathToFileURL(path.join(lexicons, `${name.replaceAll('.', '/')}.js`)).href);
  const say = (what) => faults.push(`${name}: ${what}`);
  const known = Object.keys(main.parameters?.shape ?? {});
  for (const one of query) if (!known.includes(one)) say(`has no parameter ${one}`);
  if (main.input?.schema && status < 300) hold(main.input.schema, body, (what) => say(`asked ${what}`));
  if (main.output?.schema && status < 300) hold(main.output.schema, json, (what) => say(`answered ${what}`));
}
console.log(JSON.stringify(faults));

function hold(schema, value, say) {
  const { success, message } = schema.safeParse(value);
  if (!success) say(message);
}
