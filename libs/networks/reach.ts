import { AddressRefused, anyAddress, type GuardedRequest, isPublicAddress } from '#platform/outgoing';
import { SourceNeedsAttention } from './connector.js';

/** Where a source may lead: into the organisation's own network only where somebody allowed it. */
export function reachOf({
  allowPrivateAddress,
}: {
  allowPrivateAddress?: unknown;
}): GuardedRequest['mayReach'] {
  return allowPrivateAddress === true ? anyAddress : isPublicAddress;
}

/** What went wrong with a request; where its address was refused, in a form that asks for a person. */
export function refusedAddress(error: unknown): unknown {
  return error instanceof AddressRefused ? new SourceNeedsAttention('address-refused', error.message) : error;
}
