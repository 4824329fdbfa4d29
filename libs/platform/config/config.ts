import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PASSERELLE_DATA: z.string().default('data'),
  PASSERELLE_PUBLIC_URL: z.url().optional(),
  /** Seconds during which a reply can be called back before it leaves. */
  PASSERELLE_REPLY_DELAY: z.coerce.number().int().min(0).max(120).default(8),
  /** `true` behind a TLS proxy: the session cookie is sent over https only. */
  PASSERELLE_SECURE_COOKIE: z.enum(['true', 'false']).default('false'),
});

export interface Config {
  port: number;
  host: string;
  databaseUrl: string;
  redisUrl: string | undefined;
  /** Folder for what is not in the database: uploaded import files, the embedded database. */
  dataDirectory: string;
  publicUrl: string | undefined;
  replyDelaySeconds: number;
  secureCookie: boolean;
}
export const CONFIG = Symbol('Config');

/** Reads the settings from the environment; throws with the name of every variable at fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new Error(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const values = result.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataDirectory: values.PASSERELLE_DATA,
    publicUrl: values.PASSERELLE_PUBLIC_URL,
    replyDelaySeconds: values.PASSERELLE_REPLY_DELAY,
    secureCookie: values.PASSERELLE_SECURE_COOKIE === 'true',
  };
}
