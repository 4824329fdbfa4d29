import { z } from 'zod';
import { type PauseCode, RetryLater, SourceNeedsAttention } from '../connector.js';
import type { NetworkAnswer } from '../network-request.js';
import { regainAt } from './graph-usage.js';

/** Meta understood the request and does not do it. What follows depends on what was asked. */
export class GraphRefused extends Error {
  override readonly name = 'GraphRefused';

  constructor(
    readonly code: number,
    readonly subcode: number,
    /** In the words of Meta. */
    message: string,
  ) {
    super(message);
  }

  /** There is no such thing, or not for us: Meta does not tell the two apart. */
  get missing(): boolean {
    return this.code === 803 || (this.code === 100 && this.subcode === 33);
  }

  /** Rights that the token or the app does not have. */
  get rights(): boolean {
    return this.code === 3 || this.code === 10 || (this.code >= 200 && this.code < 300);
  }
}

const number = z.number().int().optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const errorSchema = z.object({
  error: z.object({
    code: number,
    error_subcode: number,
    message: text,
    error_user_msg: text,
    is_transient: z.boolean().optional().catch(undefined),
  }),
});

/** Whose limit is reached: the app's, that of the person behind the token, the Page's, or that of one kind of call. */
const LIMITS: Readonly<Record<number, PauseCode>> = {
  4: 'app-limit',
  17: 'user-limit',
  32: 'page-limit',
  341: 'app-limit',
  613: 'call-limit',
};
/** Limits of single use cases of a business. */
const isUseCase = (code: number) => code >= 80_000 && code < 80_100;
/** No moment is named at which a block ends. */
const blockMs = () => 3_600_000 * (1 + Math.random());

/** Why a token is not accepted, as far as a person can do something about it. */
const TOKEN_CODES: Readonly<Record<number, string>> = {
  458: 'app-removed',
  459: 'account-checkpoint',
  460: 'password-changed',
  463: 'access-expired',
  464: 'account-checkpoint',
  490: 'account-checkpoint',
};

/**
 * RetryLater: a limit is reached, or Meta blocks us for a while. SourceNeedsAttention: a person has to do something.
 * GraphRefused: it certainly did not do what was asked. Error: nobody knows. Null: these are no words of the Graph API.
 * @param secrets are struck out of the words, because Meta quotes a token that it cannot read
 */
export function graphFailure(answer: NetworkAnswer, secrets: readonly string[]): Error | null {
  const read = errorSchema.safeParse(answer.json);
  if (!read.success) return null;
  const { code = 0, error_subcode: subcode = 0, message, error_user_msg: forPeople } = read.data.error;
  const said = struckOut(forPeople || message || `error ${code}`, secrets).slice(0, 300);
  const words = `${said} (${subcode ? `${code}/${subcode}` : code})`;
  const limit = LIMITS[code] ?? (isUseCase(code) ? 'retry-later' : null);
  if (limit) return new RetryLater(regainAt(answer.headers, new Date(), Math.random()), words, limit);
  if (code === 368) {
    return new RetryLater(
      new Date(Date.now() + blockMs()),
      `Meta blocks this account for a while: ${words}`,
      'network-blocks',
    );
  }
  if (code === 190 || code === 102) {
    return new SourceNeedsAttention(TOKEN_CODES[subcode] ?? 'token-refused', words);
  }
  // The app secret is not that of the app that the token belongs to.
  if (code === 100 && /appsecret_proof/i.test(said)) return new SourceNeedsAttention('token-refused', words);
  if (code === 1 || code === 2 || read.data.error.is_transient === true || answer.status >= 500) {
    return new Error(words);
  }
  return new GraphRefused(code, subcode, words);
}

function struckOut(words: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, one) => (one === '' ? rest : rest.replaceAll(one, '…')), words);
}

/** What Meta would not let us read: something that a person has to set right, or nothing that anybody knows of. */
export function notRead(error: unknown): unknown {
  if (!(error instanceof GraphRefused)) return error;
  if (error.rights) return new SourceNeedsAttention('rights-missing', error.message);
  if (error.missing) return new SourceNeedsAttention('not-at-network', error.message);
  return new Error(error.message);
}
