import { useTranslation } from 'react-i18next';
import {
  deliverHook,
  deliverMetaHook,
  deliverXHook,
  type Source,
  verifyMetaHook,
  verifyXHook,
} from '#contract/networks';
import { useFormat } from '../i18n/format.js';
import { useNow } from '../shared/use-now.js';

/** What there is to know of a source's health, in words. */
export function useSourceFacts(source: Source, delivered: boolean): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const seconds = source.pullEverySeconds;
  const time =
    seconds % 60 === 0
      ? t('sources.minutes', { count: seconds / 60 })
      : t('sources.seconds', { count: seconds });
  const { lastPullAt, lastPullStored, nextPullAt, lagSeconds, quota, live, accessUntil } = source;
  return [
    ...(source.account ? [t('sources.accountFact', { account: source.account })] : []),
    ...(delivered ? [] : [t('sources.every', { time })]),
    t('sources.mentions', { count: source.mentions, number: format.number(source.mentions) }),
    ...(live === null ? [] : [liveWords(live)]),
    lastPullAt
      ? t('sources.lastRead', {
          when: format.relative(lastPullAt, now),
          stored: format.number(lastPullStored ?? 0),
        })
      : t('sources.neverRead'),
    ...(nextPullAt ? [t('sources.nextRead', { when: format.relative(nextPullAt, now) })] : []),
    ...(lagSeconds === null ? [] : [lagWords(lagSeconds)]),
    ...(quota === null ? [] : [quotaWords(quota)]),
    ...(accessUntil ? [t('sources.accessUntil', { when: format.date(accessUntil) })] : []),
  ];

  function liveWords({ since, nextTryAt }: NonNullable<Source['live']>): string {
    if (since !== null) return t('sources.liveSince', { when: format.dateTime(since) });
    return nextTryAt !== null && Date.parse(nextTryAt) > now
      ? t('sources.reconnects', { when: format.relative(nextTryAt, now) })
      : t('sources.connecting');
  }

  function lagWords(lag: number): string {
    if (lag < 120) return t('sources.lagSeconds', { count: lag });
    if (lag < 7200) return t('sources.lagMinutes', { count: Math.round(lag / 60) });
    return t('sources.lagHours', { count: Math.round(lag / 3600) });
  }

  function quotaWords({ limit, remaining, resetsAt }: NonNullable<Source['quota']>): string {
    const left = format.number(remaining);
    const words =
      limit === null
        ? t('sources.quotaOnly', { remaining: left })
        : t('sources.quota', { remaining: left, limit: format.number(limit) });
    return resetsAt && Date.parse(resetsAt) > now
      ? `${words} ${t('sources.quotaUntil', { when: format.relative(resetsAt, now) })}`
      : words;
  }
}

/** Of Meta: the address that its app asks for, and the token that it then shows. */
export function metaHook({ id, network, settings }: Source): { address: string; token: string } | null {
  if (network !== 'facebook' && network !== 'instagram') return null;
  if (settings['watch'] === 'hashtag') return null;
  return { address: addressOf(verifyMetaHook.path, id), token: String(settings['verifyToken'] ?? '') };
}

/** Of X: the address that a webhook of its app may have, where the mentions are watched. */
export function xHook({ id, network, settings }: Source): string | null {
  if (network !== 'x' || settings['watch'] !== 'mentions') return null;
  // Asked and delivered to at one and the same address.
  return addressOf(verifyXHook.path satisfies typeof deliverXHook.path, id);
}

/** The access of a source ends so soon that somebody has to renew it now. */
export function endsSoon({ accessUntil }: Source, now: number): boolean {
  return accessUntil !== null && Date.parse(accessUntil) - now < SOON_MS;
}
const SOON_MS = 14 * 86_400_000;

/** Where other systems deliver to; null where nothing is delivered. */
export function deliveryAddress(source: Source): string | null {
  if (source.network === 'webhook') return addressOf(deliverHook.path, source.id);
  return metaHook(source) && addressOf(deliverMetaHook.path, source.id);
}

function addressOf(path: string, sourceId: string): string {
  return window.location.origin + path.replace('{sourceId}', sourceId);
}

/** Where a source looks, as far as that is an address or a word. */
export function whereOf(source: Source): string | null {
  const { network, settings } = source;
  if (network === 'webhook') return deliveryAddress(source);
  const parts = [settings['url'], settings['server'], settings['term']].filter(
    (part) => typeof part === 'string',
  );
  return parts.length > 0 ? parts.join(' · ') : null;
}
