import { useTranslation } from 'react-i18next';
import type { NetworkCapabilities } from '#contract/networks';
import { useFormat } from '../i18n/format.js';

export const ABILITIES = ['reply', 'post', 'remove', 'push', 'past', 'edits', 'deletions'] as const;
type Ability = (typeof ABILITIES)[number];

/** What a network can do, in words, as its connector declares it. */
export function useAbilityWords(): (network: NetworkCapabilities, ability: Ability) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (network, ability) => {
    switch (ability) {
      case 'reply':
        return network.reply
          ? t('sources.replyUpTo', { limit: format.number(network.length.limit) })
          : t('sources.no');
      case 'post':
        return t(network.post ? 'sources.can.post.yes' : 'sources.can.post.no');
      case 'remove':
        return t(network.remove ? 'sources.can.remove.yes' : 'sources.can.remove.no');
      case 'push':
        return t(network.push ? 'sources.can.push.yes' : 'sources.can.push.no');
      case 'past':
        return t(network.backfill ? 'sources.can.past.yes' : 'sources.can.past.no');
      case 'edits':
      case 'deletions':
        return t(`sources.noticed.${network[ability]}`);
    }
  };
}
