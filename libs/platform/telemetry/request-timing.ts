import type { NextFunction, Request, Response } from 'express';
import { httpRequestSeconds } from './metrics.js';

/** Express middleware: times each request under its route pattern, never under the address itself. */
export function requestTiming(request: Request, response: Response, next: NextFunction): void {
  const end = httpRequestSeconds.startTimer();
  response.on('finish', () => {
    const route: unknown = request.route;
    const pattern =
      typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'static';
    end({ method: request.method, route: pattern, status: String(response.statusCode) });
  });
  next();
}
