import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { invalid } from '#platform/problem';
import type { EndpointContract, HttpMethod, InputOf } from '#platform/contract';
import type { Request } from 'express';
import type { z } from 'zod';

export const CONTRACT = 'passerelle:contract';

const METHODS: Record<HttpMethod, RequestMethod> = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  PATCH: RequestMethod.PATCH,
  DELETE: RequestMethod.DELETE,
};

/** Every contract that a controller of this application serves: what the OpenAPI document describes. */
export function servedContracts(discovery: DiscoveryService): EndpointContract[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    const methods = Object.values(Object.getOwnPropertyDescriptors(metatype?.prototype ?? {}));
    return methods.flatMap(({ value }: { value?: unknown }) => {
      const contract = typeof value === 'function' ? Reflect.getMetadata(CONTRACT, value) : undefined;
      return contract === undefined ? [] : [contract as EndpointContract];
    });
  });
}

/** Serves a contract: its route, status and access. The method takes the validated request as `@Input()`. */
export function Endpoint(contract: EndpointContract): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: contract.path.replaceAll(/\{(\w+)\}/g, ':$1'), method: METHODS[contract.method] }),
    HttpCode(contract.status),
    SetMetadata(CONTRACT, contract),
  );
}

/** The contract of the handler about to run, if it has one. */
export function contractOf(context: ExecutionContext): EndpointContract | undefined {
  return Reflect.getMetadata(CONTRACT, context.getHandler()) as EndpointContract | undefined;
}

/** The request, validated against the contract; typed `InputOf<typeof contract>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const contract = contractOf(context);
  if (!contract) throw new Error(`${context.getHandler().name} has no contract`);
  return parseRequest(contract, context.switchToHttp().getRequest<Request>());
});

/** Validates params, query and body; every field at fault is named at once. */
export function parseRequest<E extends EndpointContract>(
  contract: E,
  request: Pick<Request, 'params' | 'query' | 'body'>,
): InputOf<E> {
  const params = contract.params.safeParse(request.params ?? {});
  const query = contract.query.safeParse(request.query ?? {});
  const body = contract.body.safeParse(request.body ?? {});
  const issues = [params, query, body].flatMap((part) => (part.success ? [] : part.error.issues));
  if (issues.length > 0) throw invalid(issues.map(fieldError), 'invalid-input');
  return { params: params.data, query: query.data, body: body.data } as InputOf<E>;
}

function fieldError(issue: z.core.$ZodIssue) {
  const path = issue.path.join('.');
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
  const field = [path, keys].filter((part) => part !== '').join('.') || 'body';
  const code = codeOf(issue);
  return { field, code, detail: issue.message };
}

/** A rule that a contract adds itself says its code in `params`. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') return issue.params['code'];
  if (issue.code === 'invalid_type' && /received undefined/.test(issue.message)) return 'required';
  return issue.code.replaceAll('_', '-');
}
