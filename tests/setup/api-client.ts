import { PEOPLE, type Who } from './people.js';
import type { RunningProduct } from './product.js';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** Calls the API as a script does; keeps the cookie that it is given. */
export class ApiClient {
  private cookie = '';

  constructor(private readonly base: string) {}

  static async signedIn(product: RunningProduct, who: Who): Promise<ApiClient> {
    const client = new ApiClient(product.url);
    const { body } = await client.call<{ demonstrationPeople: { email: string; password: string }[] }>(
      'GET',
      '/api/workspace',
    );
    const person = body.demonstrationPeople.find(({ email }) => email === PEOPLE[who]);
    if (!person) throw new Error(`nobody in the demonstration has the address ${PEOPLE[who]}`);
    const { status } = await client.call('POST', '/api/session', {
      email: person.email,
      password: person.password,
    });
    if (status !== 201 && status !== 200) throw new Error(`signing in as ${who} was answered ${status}`);
    return client;
  }

  async call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.open(method, path, body, headers);
    const text = await response.text();
    return { status: response.status, body: parsed(text) as T, headers: response.headers };
  }

  async upload<T = unknown>(path: string, form: FormData): Promise<Answer<T>> {
    const response = await fetch(new URL(path, this.base), {
      method: 'POST',
      headers: { cookie: this.cookie },
      body: form,
    });
    return { status: response.status, body: parsed(await response.text()) as T, headers: response.headers };
  }

  /** The response itself, for streams. */
  async open(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const response = await fetch(new URL(path, this.base), {
      method,
      signal,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const given = response.headers.get('set-cookie');
    if (given) this.cookie = given.split(';')[0] ?? '';
    return response;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
