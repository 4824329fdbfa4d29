import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslation } from 'react-i18next';
import type { MentionState } from '#contract/mentions';
import type { Realm } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { type InboxFilter, OPEN_STATES, sameStates } from './inbox-filter.js';
import { countOfStates } from './state-counts.js';
import { useStateCounts } from './use-state-counts.js';

const TABS = [
  { name: 'open', states: OPEN_STATES },
  { name: 'escalated', states: ['escalated'] },
  { name: 'answered', states: ['answered'] },
  { name: 'noReply', states: ['no_reply'] },
  { name: 'all', states: [] },
] as const satisfies readonly { name: string; states: readonly MentionState[] }[];

interface StateTabsProps {
  filter: InboxFilter;
  realm: Realm;
  onPick: (states: readonly MentionState[]) => void;
}

/** Where the handling stands, with how many mentions stand there under the other filters. */
export function StateTabs({ filter, realm, onPick }: StateTabsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = useStateCounts(filter, realm);
  const current = TABS.find(({ states }) => sameStates(states, filter.state))?.name ?? false;
  return (
    <Tabs
      value={current}
      variant="scrollable"
      scrollButtons={false}
      aria-label={t('inbox.tabsLabel')}
      onChange={(_, name: (typeof TABS)[number]['name']) =>
        onPick(TABS.find((tab) => tab.name === name)?.states ?? [])
      }
      sx={{ borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
    >
      {TABS.map(({ name, states }) => {
        const count = counts ? countOfStates(counts, states) : null;
        return (
          <Tab
            key={name}
            value={name}
            sx={{ minWidth: 0, px: 0.75, fontSize: '0.8125rem' }}
            label={
              count === null || (count.count === 0 && !count.orMore)
                ? t(`inbox.tab.${name}`)
                : `${t(`inbox.tab.${name}`)} ${format.number(count.count)}${count.orMore ? '+' : ''}`
            }
          />
        );
      })}
    </Tabs>
  );
}
