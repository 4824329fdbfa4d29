export * from './address.js';
export {
  AddressRefused,
  AnswerTooLarge,
  checkedLookup,
  checkedUrl,
  closeOutgoing,
  type GuardedAnswer,
  guardedFetch,
  type GuardedRequest,
} from './guarded-fetch.js';
export * from './guarded-socket.js';
export * from './guarded-stream.js';
export * from './body-signature.js';
export * from './guarded-agent.js';
