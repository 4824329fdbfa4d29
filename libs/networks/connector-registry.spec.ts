import { describe, expect, it } from '@jest/globals';
import { ConnectorRegistry } from './connector-registry.js';

const registry = new ConnectorRegistry(undefined as never, undefined as never, undefined as never);

/** What the console shows of a network is what its connector declares: that has to be what it does. */
describe.each(registry.capabilities())('$network declares what it does:', (declared) => {
  const connector = registry.get(declared.network)!;

  it('replies, posts of its own, and whether they can be taken down', () => {
    expect(declared.reply).toBe(connector.publish !== undefined && connector.find !== undefined);
    expect(declared.remove).toBe(connector.remove !== undefined);
    if (declared.post) expect(declared.reply).toBe(true);
  });

  it('the past that can be brought in', () => {
    expect(declared.backfill).toBe(connector.readPage !== undefined);
  });

  it('what is looked up again in turn', () => {
    if (declared.deletions === 'looked-up') expect(connector.lookUp).toBeDefined();
    if (connector.lookUp) {
      expect(declared.deletions).not.toBe('none');
      expect(declared.edits).not.toBe('none');
    }
  });

  it('a way to connect it that holds a secret, where it is one for people', () => {
    expect(declared.connect === null).toBe(connector.settings === undefined);
    const secret = declared.connect?.fields.some(({ kind }) => kind === 'secret') ?? false;
    expect(secret).toBe(connector.credentials !== undefined);
  });
});
