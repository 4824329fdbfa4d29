import { useTranslation } from 'react-i18next';
import { deliverHook, type Source } from '#contract/networks';
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
  const { lastPullAt, lastPullStored, nextPullAt, lagSeconds, quota, live } = source;
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

/** Where a source looks, as far as that is an address or a word. */
export function whereOf({ id, network, settings }: Source): string | null {
  if (network === 'webhook') return window.location.origin + deliverHook.path.replace('{sourceId}', id);
  const parts = [settings['url'], settings['server'], settings['term']].filter(
    (part) => typeof part === 'string',
  );
  return parts.length > 0 ? parts.join(' · ') : null;
}
