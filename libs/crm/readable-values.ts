import { contactFieldsSchema } from '#contract/contacts';
import { SYNCED_FIELDS, type SyncedValues } from './synced-values.js';

/** What of a record can be kept here; a field that does not fit is missing, and stays as it is on both sides. */
export function readableValues(values: SyncedValues): Partial<SyncedValues> {
  const readable: Partial<SyncedValues> = {};
  for (const field of SYNCED_FIELDS) {
    const value = values[field];
    if (value === null) readable[field] = null;
    else {
      const parsed = contactFieldsSchema.shape[field].safeParse(value);
      if (parsed.success) readable[field] = parsed.data;
    }
  }
  return readable;
}
