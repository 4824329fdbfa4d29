import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { z } from 'zod';
import { type EndpointContract, nothing, problemSchema } from '#platform/contract';

/** The OpenAPI 3.1 document of the given contracts. */
export function openApiDocument(contracts: readonly EndpointContract[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of contracts) {
    const operations = (paths[contract.path] ??= {});
    operations[contract.method.toLowerCase()] = operation(contract);
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Passerelle',
      version,
      description: 'Social listening and response: every reply is an approved answer.',
    },
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'passerelle_session' } },
    },
  });
}

function operation(contract: EndpointContract) {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: problemSchema } },
  });
  const hasBody = (contract.body as z.ZodType) !== nothing;
  return {
    operationId: `${contract.method.toLowerCase()}${contract.path.replaceAll(/[^A-Za-z]+(\w)?/g, (_, next?: string) => next?.toUpperCase() ?? '')}`,
    summary: contract.summary,
    tags: [contract.tag],
    security: contract.access === 'public' ? [] : [{ session: [] }],
    ...(typeof contract.access === 'object'
      ? { description: `Needs one of: ${contract.access.anyOf.join(', ')}.` }
      : {}),
    requestParams: {
      ...((contract.params as z.ZodType) === nothing ? {} : { path: contract.params as z.ZodObject }),
      ...((contract.query as z.ZodType) === nothing ? {} : { query: contract.query as z.ZodObject }),
    },
    ...(hasBody ? { requestBody: { content: { 'application/json': { schema: contract.body } } } } : {}),
    responses: {
      [String(contract.status)]:
        contract.status === 204
          ? { description: 'Done' }
          : { description: 'Done', content: { 'application/json': { schema: contract.response } } },
      default: problem(
        ['Refused', ...(contract.problems.length > 0 ? [`codes: ${contract.problems.join(', ')}`] : [])].join(
          '; ',
        ),
      ),
    },
  };
}
