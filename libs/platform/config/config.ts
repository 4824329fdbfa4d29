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
  /** Days for which notifications that were read, and messages that were sent, are kept. */
  PASSERELLE_KEEP_NOTIFICATIONS: z.coerce.number().int().min(1).max(3650).default(90),
  /** Mail server, e.g. `smtps://name:password@mail.example.org`; without one no mail is sent. */
  PASSERELLE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mail, `Passerelle <passerelle@example.org>`. */
  PASSERELLE_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n@]+$/, 'is not a mail address')
    .optional(),
  /** 32 bytes in base64 that seal secrets in the database and sign links; the same for every process. */
  PASSERELLE_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'is not 32 bytes in base64')
    .optional(),
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
  /** What was not read and what failed is kept twice as long. */
  keepNotificationDays: number;
  /** Null until both the mail server and the sender are set. */
  mail: { smtpUrl: string; from: string } | null;
  /** 32 bytes in base64; without it a key file in the data folder serves. */
  secretKey: string | undefined;
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
    keepNotificationDays: values.PASSERELLE_KEEP_NOTIFICATIONS,
    mail:
      values.PASSERELLE_SMTP_URL && values.PASSERELLE_MAIL_FROM
        ? { smtpUrl: values.PASSERELLE_SMTP_URL, from: values.PASSERELLE_MAIL_FROM }
        : null,
    secretKey: values.PASSERELLE_SECRET_KEY,
  };
}
