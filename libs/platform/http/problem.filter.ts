import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { Problem } from '#platform/problem';
import type { ProblemDetails } from '#platform/contract';
import type { Response } from 'express';

/** Everything that goes wrong leaves as problem details (RFC 9457); what is unexpected is logged, not told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.asProblem(error);
    if (response.headersSent) {
      response.end();
      return;
    }
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemDetails(problem)));
  }

  private asProblem(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof HttpException) {
      const status = error.getStatus();
      return new Problem(status, httpCode(status), error.message);
    }
    if (isBodyParserError(error)) {
      return new Problem(error.status, httpCode(error.status), error.message);
    }
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new Problem(500, 'internal', 'Something went wrong on our side; nothing was changed.');
  }
}

export function problemDetails(problem: Problem): ProblemDetails {
  return {
    type: `urn:passerelle:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    ...(Object.keys(problem.params).length > 0 ? { params: problem.params } : {}),
    ...(problem.errors.length > 0 ? { errors: [...problem.errors] } : {}),
  };
}

function httpCode(status: number): string {
  if (status === 404) return 'no-such-address';
  if (status === 400) return 'malformed-request';
  if (status === 413) return 'too-large';
  if (status === 415) return 'unsupported-media-type';
  return 'refused';
}

function isBodyParserError(error: unknown): error is { status: number; message: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500 &&
    'message' in error
  );
}
