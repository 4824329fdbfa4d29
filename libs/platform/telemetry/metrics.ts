import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** The process's Prometheus registry; every figure is named `passerelle_*`. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics, prefix: 'passerelle_' });

export const httpRequestSeconds = new Histogram({
  name: 'passerelle_http_request_seconds',
  help: 'Duration of HTTP requests by route and status',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

export const mentionsStored = new Counter({
  name: 'passerelle_mentions_stored_total',
  help: 'Mentions stored for the first time, by network',
  labelNames: ['network'] as const,
  registers: [metrics],
});

export const mentionsAssessed = new Counter({
  name: 'passerelle_mentions_assessed_total',
  help: 'Mentions classified, by level',
  labelNames: ['level'] as const,
  registers: [metrics],
});

export const repliesByState = new Counter({
  name: 'passerelle_replies_total',
  help: 'Replies that reached a state, by network',
  labelNames: ['network', 'state'] as const,
  registers: [metrics],
});
