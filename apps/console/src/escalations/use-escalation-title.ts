import { useTranslation } from 'react-i18next';
import type { EscalationSummary } from '#contract/escalation';

type Titled = Pick<EscalationSummary, 'question' | 'subjectType' | 'openedBy' | 'level'>;

/** What an escalation asks, in words; one that opened by itself says what made it open. */
export function useEscalationTitle(): (escalation: Titled) => string {
  const { t } = useTranslation();
  return ({ question, subjectType, openedBy, level }) => {
    if (openedBy === null && subjectType === 'topic') {
      return t('escalations.topicRose', { topic: question, level });
    }
    if (openedBy === null && subjectType === 'answer_request') {
      return t('escalations.answerOverdue', { question });
    }
    return question || t(`escalations.subject.${subjectType}`);
  };
}
