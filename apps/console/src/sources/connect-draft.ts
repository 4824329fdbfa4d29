import type { ConnectField, ConnectForm } from '#contract/networks';

/** What stands in the form, by the name of the field. */
export type Draft = Readonly<Record<string, string | boolean>>;

/** What most people enter stands there from the start. */
export function newDraft(form: ConnectForm): Draft {
  return Object.fromEntries(
    form.fields.map(({ name, kind, usual }) => [name, kind === 'flag' ? false : (usual ?? '')]),
  );
}

/** Of a connected source: what may be changed now, and how it stands. */
export function adjustableOf(
  form: ConnectForm,
  settings: Readonly<Record<string, unknown>>,
): { fields: ConnectField[]; draft: Draft } {
  const fields = fieldsFor(form, String(settings['watch'] ?? '')).filter(({ adjustable }) => adjustable);
  const draft = fields.map(({ name, kind, usual }) => {
    const value = settings[name];
    if (kind === 'flag') return [name, value === true] as const;
    return [
      name,
      typeof value === 'string' || typeof value === 'number' ? String(value) : (usual ?? ''),
    ] as const;
  });
  return { fields, draft: Object.fromEntries(draft) };
}

/** Only what is not as it stood. */
export function changedSettings(before: Draft, now: Draft): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(before).flatMap(([name, stood]) => {
      const given = now[name] ?? stood;
      const value = typeof given === 'string' ? given.trim() : given;
      return value === stood ? [] : [[name, value] as const];
    }),
  );
}

/** The fields that are asked for when this is watched. */
export function fieldsFor(form: ConnectForm, watch: string): ConnectField[] {
  return form.fields.filter(({ watches }) => watches === null || watches.includes(watch));
}

/** The handle and the secrets go to `credentials`, what anybody may see to `settings`; empty fields are left out. */
export function requestOf(form: ConnectForm, watch: string, draft: Draft) {
  const fields = fieldsFor(form, watch);
  const secretParts = new Set(form.fields.filter(isCredential).map(({ name }) => name));
  const settings: Record<string, string | boolean> = form.watches.length > 0 ? { watch } : {};
  const credentials: Record<string, string> = {};
  for (const { name } of fields) {
    const value = draft[name];
    if (typeof value === 'boolean') settings[name] = value;
    else if (value?.trim()) (secretParts.has(name) ? credentials : settings)[name] = value.trim();
  }
  return { settings, credentials };
}

/** Whether everything that has to be there is there. */
export function isComplete(form: ConnectForm, watch: string, draft: Draft): boolean {
  return fieldsFor(form, watch).every(
    ({ name, required }) => !required || (typeof draft[name] === 'string' && draft[name].trim() !== ''),
  );
}

export function isCredential({ name, kind }: ConnectField): boolean {
  return kind === 'secret' || name === 'identifier';
}
