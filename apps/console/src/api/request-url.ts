/**
 * The address of a request: `{name}` replaced by the parameters, lists joined by commas, empty values left out.
 */
export function requestUrl(
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text === undefined || text === null || text === '') continue;
    search.set(name, String(text));
  }
  const suffix = search.toString();
  return suffix === '' ? address : `${address}?${suffix}`;
}
