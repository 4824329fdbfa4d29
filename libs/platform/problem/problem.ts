import type { FieldError, ProblemParams } from '#platform/contract';

/**
 * Something a caller asked for is refused. At the HTTP edge it becomes problem details (RFC 9457); elsewhere its
 * `code` says what went wrong. Nothing has been changed when it is thrown out of a transaction.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    /** Plain English for a person who reads the answer of a script. */
    readonly detail: string,
    readonly params: ProblemParams = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${detail}`);
  }
}

/** 404: no such row, or none that this person may know of. */
export function notFound(code: string, detail: string): Problem {
  return new Problem(404, code, detail);
}

/** 403: signed in, but without the right. */
export function forbidden(code: string, detail: string): Problem {
  return new Problem(403, code, detail);
}

/** 409: right in itself, but not in the present state of things. */
export function conflict(code: string, detail: string, params: ProblemParams = {}): Problem {
  return new Problem(409, code, detail, params);
}

/** 422: fields are at fault; each is named. The first error's code is the problem's code unless one is given. */
export function invalid(errors: readonly FieldError[], code = errors[0]?.code ?? 'invalid-input'): Problem {
  const first = errors[0];
  return new Problem(
    422,
    code,
    errors.map((error) => `${error.field}: ${error.detail}`).join('; '),
    first?.params ?? {},
    errors,
  );
}

/** 422 for one field. */
export function invalidField(
  field: string,
  code: string,
  detail: string,
  params: ProblemParams = {},
): Problem {
  return invalid([{ field, code, detail, params }]);
}
