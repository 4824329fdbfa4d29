import { useTranslation } from 'react-i18next';
import { useLocalised } from '../i18n/localised.js';
import { usePeople } from '../inbox/use-people.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { useSession } from '../session/session.js';
import { useDepartments } from '../shared/DepartmentChips.js';
import { currentEntry, permittedNavigation } from '../shell/navigation.js';
import { SUBJECT_PAGES } from './subject-pages.js';

/** Says actions and subjects of the record in words; what is not known is shown as it was recorded. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  const say = useLocalised();
  const { permissions } = useSession();
  const people = usePeople();
  const topics = useTopicNames();
  const departments = useDepartments().data?.items;
  /** Of those that are few, and known to everybody who reads the record. */
  const nameOf = (type: string, id: string): string | undefined => {
    if (type === 'topic') return topics.get(id);
    if (type === 'person') return people.find((one) => one.id === id)?.name;
    const department = type === 'department' ? departments?.find((one) => one.id === id) : undefined;
    return department && say(department.name);
  };
  return {
    action: (action: string) => {
      const key = `audit.action.${action}`;
      return i18n.exists(key) ? String(t(key as 'audit.title')) : action;
    },
    subject: (type: string, id: string) => {
      const name = nameOf(type, id);
      if (name) return name;
      const key = `audit.subject.${type}`;
      return i18n.exists(key)
        ? String(t(key as 'audit.subject.answer', { id }))
        : t('audit.subject.other', { type, id });
    },
    /** Null where there is none, or none that this person may open. */
    page: (type: string, id: string): string | null => {
      const page = SUBJECT_PAGES[type]?.(id);
      const path = page?.split('?')[0] ?? '';
      return page && currentEntry(path, permittedNavigation(permissions)) ? page : null;
    },
  };
}
