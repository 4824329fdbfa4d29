import { useTranslation } from 'react-i18next';
import { AUTHOR_KINDS, HARM_BASE, INTENTS } from '#rules/classification';
import { NETWORKS } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';
import { LEVEL_CODES, LEVEL_NUMBERS, levelNumber } from '../theme/levels.js';
import type { ListField, ValueField } from './inbox-filter.js';
import { usePeople } from './use-people.js';
import { useStakeholderNames } from './use-stakeholder-names.js';
import { useTopicNames } from './use-topics.js';

const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar', 'und'];

/** What can be chosen in each filter, and how each value is said. */
export function useFilterWords() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const topics = useTopicNames();
  const people = usePeople();
  const stakeholders = useStakeholderNames();

  const options = (field: ListField): readonly string[] => {
    switch (field) {
      case 'level':
        return LEVEL_NUMBERS.map(String);
      case 'topicId':
        return [...topics.keys()];
      case 'network':
        return NETWORKS;
      case 'language':
        return LANGUAGES;
      case 'intent':
        return INTENTS;
      case 'harm':
        return Object.keys(HARM_BASE);
      case 'sentiment':
        return ['negative', 'neutral', 'positive'];
      case 'voice':
        return AUTHOR_KINDS;
    }
  };
  const worded = (group: 'intent' | 'harm' | 'sentiment', value: string) => {
    const key = `vocabulary.${group}.${value}`;
    return i18n.exists(key) ? String(t(key as 'vocabulary.harm.none')) : value;
  };
  const value = (field: ListField | ValueField, given: string): string => {
    switch (field) {
      case 'level':
        return t(`vocabulary.level.${LEVEL_CODES[levelNumber(Number(given))]}`);
      case 'topicId':
        return topics.get(given) ?? given;
      case 'network':
        return networkName(given);
      case 'language':
        return given === 'und' ? t('vocabulary.languageUnknown') : format.languageName(given);
      case 'intent':
      case 'harm':
        return worded(field, given);
      case 'sentiment':
        return worded('sentiment', given);
      case 'voice': {
        const key = `reasons.authorKind.${given}`;
        return i18n.exists(key) ? String(t(key as 'reasons.authorKind.press')) : t('inbox.voiceUnknown');
      }
      case 'author':
        return t('inbox.byAuthor', { author: given });
      case 'stakeholderId':
        return t('inbox.ofStakeholder', { name: stakeholders.get(given) ?? given });
      case 'assignee':
        if (given === 'me') return t('inbox.assigneeMe');
        if (given === 'none') return t('inbox.assigneeNone');
        return people.find(({ id }) => id === given)?.name ?? given;
      case 'from':
        return t('inbox.fromDay', { day: format.date(given) });
      case 'to':
        return t('inbox.toDay', { day: format.date(given) });
      case 'search':
        return t('inbox.searched', { words: given });
      case 'request':
        return t(given === 'ready' ? 'inbox.requestReady' : 'inbox.requestAsked');
      case 'importId':
        return t('inbox.ofImport', { id: given });
    }
  };
  return { options, value };
}
