/**
 * The value at a path: names and list places joined by dots. A name that itself holds dots (a CSV column) is tried
 * whole first. Nothing inherited is ever read.
 */
export function valueAt(value: unknown, path: string): unknown {
  if (isObject(value) && Object.hasOwn(value, path)) return value[path];
  let current = value;
  for (const step of path.split('.')) {
    if (Array.isArray(current)) {
      current = /^\d+$/.test(step) ? current[Number(step)] : undefined;
    } else if (isObject(current) && Object.hasOwn(current, step)) {
      current = current[step];
    } else {
      return undefined;
    }
  }
  return current;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
