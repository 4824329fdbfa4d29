import { useTranslation } from 'react-i18next';

const PAGES: Record<string, (id: string) => string> = {
  answer: (id) => `/library/${id}`,
  contact: (id) => `/contacts/${id}`,
  contacts: () => '/contacts',
  crm: () => '/contacts/crm',
  stakeholder: (id) => `/stakeholders/${id}`,
  drill: (id) => `/drills/${id}`,
  drill_scenario: () => '/drills/scenarios',
  import: (id) => `/imports/${id}`,
  mention: (id) => `/inbox/${id}?state=all`,
  department: () => '/people',
  lexicon_entry: () => '/classification',
  person: () => '/people',
  scenario: () => '/training',
  source: () => '/sources',
  topic: () => '/topics',
  reply: () => '/replies',
};

/** Says actions and subjects of the record in words; what is not known is shown as it was recorded. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  return {
    action: (action: string) => {
      const key = `audit.action.${action}`;
      return i18n.exists(key) ? String(t(key as 'audit.title')) : action;
    },
    subject: (type: string, id: string) => {
      const key = `audit.subject.${type}`;
      return i18n.exists(key)
        ? String(t(key as 'audit.subject.answer', { id }))
        : t('audit.subject.other', { type, id });
    },
    page: (type: string, id: string): string | null => PAGES[type]?.(id) ?? null,
  };
}
