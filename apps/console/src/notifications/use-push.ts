import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  type NotificationPreferences,
  readNotificationPreferences,
  subscribeToPush,
  unsubscribeFromPush,
} from '#contract/notifications';
import { useChange } from '../api/use-endpoint.js';

/** `unsupported`: this browser, or a page that is not served securely, knows no push. `denied`: the person refused. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on' | 'unknown';

/** Whether this browser is told by web push, and how to change that. */
export function usePush(preferences: NotificationPreferences) {
  const cache = useQueryClient();
  const [endpoint, setEndpoint] = useState<string | null>();
  const [failure, setFailure] = useState<unknown>(null);
  const onDone = (answer: NotificationPreferences) =>
    cache.setQueryData([readNotificationPreferences.path, {}], answer);
  const subscribing = useChange(subscribeToPush, { onDone });
  const unsubscribing = useChange(unsubscribeFromPush, { onDone });
  useEffect(() => {
    void currentSubscription().then((subscription) => setEndpoint(subscription?.endpoint ?? null));
  }, []);

  const mine = preferences.browsers.find((browser) => browser.endpoint === endpoint);
  const turnOn = async () => {
    setFailure(null);
    try {
      const subscription = await subscribe(preferences.means.pushKey);
      const { keys = {} } = subscription.toJSON();
      setEndpoint(subscription.endpoint);
      subscribing.mutate({
        body: {
          endpoint: subscription.endpoint,
          keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' },
          label: browserLabel(navigator.userAgent),
        },
      });
    } catch (error) {
      setFailure(error);
    }
  };
  const turnOff = async (browserId: string) => {
    if (mine?.id === browserId) await (await currentSubscription())?.unsubscribe();
    unsubscribing.mutate({ params: { browserId } });
  };
  return {
    state: stateOf(endpoint, mine !== undefined),
    mine,
    turnOn: () => void turnOn(),
    turnOff: (browserId: string) => void turnOff(browserId),
    busy: subscribing.isPending || unsubscribing.isPending,
    error: subscribing.error ?? unsubscribing.error,
    /** The browser, or its push service, did not take part. */
    failed: failure !== null,
  };
}

function supported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

function stateOf(endpoint: string | null | undefined, known: boolean): PushState {
  if (!supported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  if (endpoint === undefined) return 'unknown';
  return known ? 'on' : 'off';
}

async function currentSubscription(): Promise<PushSubscription | null> {
  if (!supported()) return null;
  const registration = await navigator.serviceWorker.getRegistration('/push-worker.js');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Must begin in a click: browsers ask for leave only then. */
async function subscribe(publicKey: string): Promise<PushSubscription> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('not permitted');
  await navigator.serviceWorker.register('/push-worker.js');
  const registration = await navigator.serviceWorker.ready;
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** `Firefox, Linux`: enough for its owner to know it again. */
export function browserLabel(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrom/.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : 'Browser';
  const system = /Android/.test(agent)
    ? 'Android'
    : /iPhone|iPad/.test(agent)
      ? 'iOS'
      : /Windows/.test(agent)
        ? 'Windows'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : 'Linux';
  return `${browser}, ${system}`;
}
