import path from 'node:path';
import { ENTITIES } from '#schema';
import { readConfig } from '#platform/config';
import { PlatformModule, stopOnSignals } from '#platform/process';
import { serveApi } from './serve.js';

const config = readConfig(process.env);
const api = await serveApi(
  PlatformModule.forRoot({ config, entities: ENTITIES }),
  config,
  path.resolve('dist/console'),
);
console.log(`Passerelle API and console on port ${api.port}`);
stopOnSignals(() => api.close());
