import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

interface Parameter {
  name: string;
  in: string;
  schema?: { items?: { enum?: string[] } };
}
interface Operation {
  parameters?: (Partial<Parameter> & { $ref?: string })[];
  responses: Record<string, { content?: { 'application/json'?: { schema: object } } }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, { properties?: object }>;
    parameters?: Record<string, Parameter>;
  };
}

/** Where published descriptions lie beside the repository, or beside a working tree one folder deeper. */
const FOLDERS = ['../shared/contracts', '../../shared/contracts'];

/**
 * For tests: what a network has published of its API (OpenAPI 3). The documents are not part of the repository; null, and a
 * word of it, where one is not there.
 */
export function publishedApi(file: string): PublishedApi | null {
  const found = FOLDERS.map((folder) => path.resolve(folder, file)).find((one) => existsSync(one));
  if (found) return new PublishedApi(JSON.parse(readFileSync(found, 'utf8')) as Document);
  console.warn(`${file} is not there: no simulator is held against it.`);
  return null;
}

export class PublishedApi {
  private readonly definitions: object;
  private readonly patterns: { route: string; matches: RegExp }[];

  constructor(private readonly document: Document) {
    this.definitions = referringHere(document.components.schemas);
    this.patterns = Object.keys(document.paths)
      // An address that is named as it stands comes before one with a blank.
      .sort((one, other) => Number(one.includes('{')) - Number(other.includes('{')))
      .map((route) => ({ route, matches: new RegExp(`^${route.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
  }

  /** The address with its blanks; null where there is none for this method. */
  route(method: string, pathname: string): string | null {
    const here = this.patterns.filter(({ matches }) => matches.test(pathname));
    return here.find(({ route }) => this.document.paths[route]?.[method.toLowerCase()])?.route ?? null;
  }

  /** What may be asked for in the address, each with the only values that it may have, where they are named. */
  queryOf(method: string, pathname: string): ReadonlyMap<string, readonly string[] | undefined> {
    const given = this.operation(method, pathname).parameters ?? [];
    return new Map(
      given
        .map((one) => (one.$ref ? this.shared(one.$ref) : one))
        .filter((one) => one?.in === 'query')
        .map((one) => [one?.name ?? '', one?.schema?.items?.enum]),
    );
  }

  /** What is wrong with an answer. */
  faultsOf(method: string, pathname: string, status: number, json: unknown): unknown[] {
    const content = this.operation(method, pathname).responses[String(status)]?.content;
    const schema = content?.['application/json']?.schema;
    if (!schema) return [`no answer ${status} of ${method} ${pathname} is described`];
    const whole = { ...referringHere(schema), $defs: this.definitions };
    return z.fromJSONSchema(whole as never).safeParse(json).error?.issues ?? [];
  }

  /** The names of the fields of something that is described. */
  fieldsOf(schema: string): string[] {
    return Object.keys(this.document.components.schemas[schema]?.properties ?? {});
  }

  private shared(reference: string): Parameter | undefined {
    return this.document.components.parameters?.[reference.split('/').at(-1) ?? ''];
  }

  private operation(method: string, pathname: string): Operation {
    const route = this.route(method, pathname);
    const operation = this.document.paths[route ?? '']?.[method.toLowerCase()];
    if (!operation) throw new Error(`${method} ${pathname} is not described`);
    return operation;
  }
}

function referringHere(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')) as object;
}
