import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Who does what in the demonstration workspace. */
export const PEOPLE = {
  manager: 'camille.arnaud@lumen.example',
  secondManager: 'tom.whitfield@lumen.example',
  legalApprover: 'helene.vasseur@lumen.example',
  crisisLead: 'julien.marchetti@lumen.example',
  executive: 'elise.morvan@lumen.example',
  colleague: 'gwenaelle.riou@lumen.example',
  administrator: 'samir.haddad@lumen.example',
} as const;
export type Who = keyof typeof PEOPLE;
export type Language = 'en' | 'fr';

export interface Visit {
  language?: Language;
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  options?: BrowserContextOptions;
}

export interface Visitor {
  page: Page;
  /** What the page said went wrong: script errors, and refusals of its own security policy. */
  faults: string[];
  /** Calls the API as this person; throws unless it succeeds. */
  api<T = unknown>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<T>;
  leave(): Promise<void>;
}

/** A person in a browser of their own, signed in through the API. */
export async function signedIn(
  browser: Browser,
  product: { url: string },
  who: Who,
  visit: Visit = {},
): Promise<Visitor> {
  const visitor = await newVisitor(browser, product, visit);
  const workspace = await visitor.api<{ demonstrationPeople: { email: string; password: string }[] }>(
    'GET',
    '/api/workspace',
  );
  const person = workspace.demonstrationPeople.find(({ email }) => email === PEOPLE[who]);
  if (!person) throw new Error(`nobody in the demonstration has the address ${PEOPLE[who]}`);
  await visitor.api('POST', '/api/session', { email: person.email, password: person.password });
  await visitor.api('PATCH', '/api/session/preferences', {
    locale: visit.language ?? 'en',
    appearance: visit.scheme ?? 'light',
  });
  return visitor;
}

/** Somebody who has not signed in. */
export async function newVisitor(
  browser: Browser,
  product: { url: string },
  { language = 'en', scheme = 'light', width = 1440, height = 900, options = {} }: Visit = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: language,
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  // Nothing is measured by a test: the limit only ends what hangs, on however slow a machine.
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // A refusal by the API is not a fault of the page; what it shows is what the test looks at.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return {
    page,
    faults,
    api: async (method, path, body) => {
      const response = await context.request.fetch(path, {
        method,
        ...(body ? { data: body } : {}),
        // A connection that the server let go of in this very moment; the request has not been read then.
        maxRetries: 3,
      });
      if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
      const text = await response.text();
      return (text === '' ? null : JSON.parse(text)) as never;
    },
    leave: () => context.close(),
  };
}
