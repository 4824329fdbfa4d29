// Starts what the Bluesky network is made of, as far as a test needs it: a directory of identities, a personal data
// server (both the real ones) and a small app view. Prints the address of the data server as one line of JSON and goes
// on until its input ends. The folder of the installed packages is the only argument.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startAppView } from './app-view.mjs';

const require = createRequire(path.resolve(process.argv[2], 'package.json'));
const { PDS, envToCfg, envToSecrets } = require('@atproto/pds');
const { PlcServer, Database } = require('@did-plc/server');

const data = mkdtempSync(path.join(os.tmpdir(), 'passerelle-pds-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));

const directory = PlcServer.create({ db: Database.mock(), port: await freePort() });
await directory.start();
const port = await freePort();
const url = `http://localhost:${port}`;
const appView = await startAppView(url);
const hex = () => randomBytes(32).toString('hex');
const env = {
  devMode: true,
  port,
  hostname: 'localhost',
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  rateLimitsEnabled: true,
  dataDirectory: data,
  blobstoreDiskLocation: path.join(data, 'blobs'),
  didPlcUrl: `http://localhost:${directory.server.address().port}`,
  bskyAppViewUrl: appView,
  bskyAppViewDid: 'did:web:views.test',
  trustedOAuthClients: [],
  handleBackupNameservers: [],
  rateLimitBypassIps: [],
  crawlers: [],
  dpopSecret: hex(),
  jwtSecret: hex(),
  adminPassword: hex(),
  plcRotationKeyK256PrivateKeyHex: hex(),
};
const server = await PDS.create(envToCfg(env), envToSecrets(env));
await server.start();
console.log(JSON.stringify({ url }));

// Whoever started us has ended, in whatever way.
process.stdin.on('end', () => process.exit(0)).resume();

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, 'localhost', resolve));
  const { port: free } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
