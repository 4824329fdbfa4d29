export type { LiveEvent, LiveEventType } from '#platform/contract';
