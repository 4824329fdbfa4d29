import { type FieldError, type ProblemDetails, problemSchema } from '#platform/contract';

/** The API refused a request: problem details after RFC 9457. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(readonly details: ProblemDetails) {
    super(details.detail);
  }

  get code(): string {
    return this.details.code;
  }

  get status(): number {
    return this.details.status;
  }

  get errors(): readonly FieldError[] {
    return this.details.errors ?? [];
  }
}

/** The request got no answer: the network, or the server, is not there. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Reads the body of a refusal; an answer that is no problem details becomes one with the code `refused`. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const parsed = problemSchema.safeParse(body);
  return new ApiProblem(
    parsed.success
      ? parsed.data
      : {
          type: 'about:blank',
          title: 'Error',
          status,
          detail: `The server answered ${status}.`,
          code: 'refused',
        },
  );
}
