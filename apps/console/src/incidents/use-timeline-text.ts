import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#contract/crisis';
import { INCIDENT_ROLES } from '#rules/crisis';
import { TOLD_HOW } from '#rules/stakeholders';
import { useNetworkName } from '../shared/network-name.js';
import { useLevelWord } from './use-level-word.js';

/** What a line of the timeline says: the words of people as they wrote them, everything else in the reader's language. */
export function useTimelineText(): (entry: TimelineEntry) => string {
  const { t, i18n } = useTranslation();
  const level = useLevelWord();
  const networkName = useNetworkName();
  return (entry) => {
    const { params } = entry;
    const text = (name: string) => {
      const value = params[name];
      return value === null || value === undefined ? '' : String(value);
    };
    switch (entry.kind) {
      case 'fact':
      case 'unknown':
      case 'decision':
        return entry.text;
      case 'level':
        if (params['from'] === params['to']) return t('incidents.levelNote', { text: entry.text });
        return [
          t('incidents.levelMoved', {
            from: level(Number(params['from'])),
            to: level(Number(params['to'])),
          }),
          entry.text,
        ]
          .filter(Boolean)
          .join(' – ');
      case 'replies':
        return t('incidents.repliesSent', { count: Number(params['replies'] ?? 1), text: entry.text });
      case 'post':
        return t(`incidents.post.event.${postEvent(entry.event)}`, {
          account: `${networkName(text('network'))} (${entry.text})`,
          words: text('words'),
        });
      case 'escalation':
        return t('incidents.escalationDecided', { text: entry.text });
      case 'event': {
        const key = `incidents.event.${entry.event}`;
        const counted = params['count'] ?? params['people'];
        // As a number: the words of one differ from those of several.
        const count = counted === undefined ? {} : { count: Number(counted) };
        if (entry.event === null || !i18n.exists(key, count)) return entry.event ?? '';
        const role = INCIDENT_ROLES.find((one) => one === params['role']);
        const how = TOLD_HOW.find((one) => one === params['how']);
        const language = i18n.language === 'fr' ? 'fr' : 'en';
        const said = t(key as 'incidents.event.declared', {
          ...Object.fromEntries(Object.keys(params).map((name) => [name, text(name)])),
          ...count,
          level: level(Number(params['level'] ?? 0)),
          why: text('why'),
          role: role ? t(`incidents.role.${role}`) : '',
          how: how ? t(`stakeholders.howTold.${how}`) : text('how'),
          task: text(`task_${language}`),
          answer: text(`answer_${language}`),
        });
        return params['reason'] ? `${said} – ${text('reason')}` : said;
      }
    }
  };
}

function postEvent(event: string | null): 'released' | 'sent' | 'removed' {
  return event === 'released' || event === 'removed' ? event : 'sent';
}
