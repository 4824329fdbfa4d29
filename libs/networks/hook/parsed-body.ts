import { invalidField } from '#platform/problem';

/** The JSON of a delivery, from the bytes that were signed. */
export function parsedBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw invalidField('body', 'delivery-unreadable', 'is not JSON');
  }
}
