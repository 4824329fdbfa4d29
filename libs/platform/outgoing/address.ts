import ipaddr from 'ipaddr.js';

/**
 * True for addresses on the public internet. Everything else (loopback, private, link-local, carrier NAT, unique
 * local, reserved, also when wrapped as IPv4-mapped, 6to4 or NAT64) could reach the organisation's own machines.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}

/** For installations that watch feeds of their own network, where an administrator has said so. */
export const anyAddress = (): boolean => true;
