/** Whoever classifies listens here; notified when something new to classify commits. */
export const QUEUE_CHANNEL = 'passerelle_queue';
