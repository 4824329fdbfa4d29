import { createServer } from 'node:http';
import { DataSource } from 'typeorm';
import { readConfig } from '#platform/config';
import { PlatformModule, stopOnSignals } from '#platform/process';
import { metrics } from '#platform/telemetry';
import { ENTITIES } from '#schema';
import { startWorker } from './start-worker.js';

const config = readConfig(process.env);
const worker = await startWorker(PlatformModule.forRoot({ config, entities: ENTITIES }));
const dataSource = worker.application.get(DataSource);

/** Health and figures only: a worker has no endpoint that changes anything. */
const server = createServer((request, response) => {
  if (request.url === '/health') {
    dataSource.query('select 1').then(
      () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}'),
      () => response.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"unhealthy"}'),
    );
  } else if (request.url === '/metrics') {
    void metrics
      .metrics()
      .then((text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text));
  } else {
    response.writeHead(404).end();
  }
});
server.listen(config.port, config.host, () =>
  console.log(`Passerelle worker; health on port ${config.port}`),
);

stopOnSignals(async () => {
  server.close();
  await worker.close();
});
