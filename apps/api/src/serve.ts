import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule } from '@nestjs/common';
import helmet from 'helmet';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '#platform/config';
import { requestTiming } from '#platform/telemetry';
import { ApiModule } from './api.module.js';
import { serveConsole } from './console-files.js';

export interface RunningApi {
  application: NestExpressApplication;
  port: number;
  close(): Promise<void>;
}

/** Serves the API and the console on one port. */
export async function serveApi(
  platform: DynamicModule,
  config: Config,
  consoleFolder: string,
): Promise<RunningApi> {
  const application = await NestFactory.create<NestExpressApplication>(ApiModule.with(platform), {
    logger: ['warn', 'error', 'fatal'],
    forceCloseConnections: true,
    // Signatures of webhooks are over the bytes as they came.
    rawBody: true,
  });
  application.set('trust proxy', 'loopback, linklocal, uniquelocal');
  application.disable('x-powered-by');
  application.use(requestTiming);
  application.use(helmet({ contentSecurityPolicy: { directives: contentSecurityPolicy(config) } }));
  application.useBodyParser('json', { limit: '1mb' });
  serveConsole(application, consoleFolder);
  await application.listen(config.port, config.host);
  const server: Server = application.getHttpServer();
  // Longer than proxies and clients keep a connection (60 s): the server must not be the one to let go of it just as it is
  // used again.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  const address = server.address() as AddressInfo;
  return { application, port: address.port, close: () => application.close() };
}

/** Everything comes from here; styles are made at run time by the console's own code. */
function contentSecurityPolicy(config: Config) {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: config.secureCookie ? [] : null,
  };
}
