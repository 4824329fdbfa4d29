import { z } from 'zod';
import { endpoint, instantSchema } from '#platform/contract';

/** Figures of the installation for administrators: is anything waiting, failing, late? */
export const readSystem = endpoint({
  method: 'GET',
  path: '/api/system',
  summary: 'Health of the installation in figures',
  tag: 'system',
  access: { anyOf: ['system.read'] },
  response: z.object({
    version: z.string(),
    startedAt: instantSchema,
    database: z.object({ version: z.string(), bytes: z.number() }),
    queue: z.object({
      waiting: z.number().int(),
      oldestSeconds: z.number().nullable(),
      failed: z.number().int(),
    }),
    jobs: z.object({
      driver: z.string(),
      waiting: z.number().int(),
      running: z.number().int(),
      failed: z.number().int(),
    }),
    outbox: z.object({ queued: z.number().int(), uncertain: z.number().int(), failed: z.number().int() }),
    live: z.object({ listeners: z.number().int() }),
  }),
});

export const readHealth = endpoint({
  method: 'GET',
  path: '/health',
  summary: 'Is the process able to work (database reachable, migrations applied)',
  tag: 'system',
  access: 'public',
  response: z.object({ status: z.literal('ok'), version: z.string() }),
  problems: ['unhealthy'],
});

export const readMetrics = endpoint({
  method: 'GET',
  path: '/metrics',
  summary: 'Figures for Prometheus',
  tag: 'system',
  access: 'public',
  response: z.string().describe('text/plain; version=0.0.4'),
});

export const readOpenApi = endpoint({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document',
  tag: 'system',
  access: 'public',
  response: z.unknown(),
});
