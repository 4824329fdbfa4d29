import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import expressStaticGzip from 'express-static-gzip';
import path from 'node:path';

/**
 * The built console: hashed files are kept by browsers for good, and sent as the build compressed them to those that
 * take them so; the page itself is asked for each time.
 */
export function serveConsole(application: NestExpressApplication, folder: string): void {
  application.use(
    '/assets',
    expressStaticGzip(path.join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br'],
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: false },
    }),
  );
  application.use(express.static(folder, { index: false, maxAge: '1h' }));
  application.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(path.join(folder, 'index.html'), (error) => {
      if (error) next(error);
    });
  });
}

/** An address of the console that a browser opens or reloads, as against an endpoint. */
function isPage(request: Request): boolean {
  return (
    request.method === 'GET' &&
    !/^\/(api|health|metrics)(\/|$)/.test(request.path) &&
    request.accepts(['html', 'json']) === 'html'
  );
}
