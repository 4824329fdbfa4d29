import { useTranslation } from 'react-i18next';
import type { Branch, Reaction } from '#contract/drills';
import { useLocalised } from '../i18n/localised.js';
import { useDuration } from '../incidents/use-duration.js';
import { useDepartments } from '../shared/DepartmentChips.js';

/** Says what is expected, and what an inject hangs on, in words. */
export function useReactionText() {
  const { t } = useTranslation();
  const say = useLocalised();
  const duration = useDuration();
  const departments = useDepartments().data?.items ?? [];
  const bare = (reaction: Reaction): string => {
    switch (reaction.kind) {
      case 'reply':
        return reaction.answer === null
          ? t('drills.reaction.reply')
          : t('drills.reaction.replyWith', { answer: reaction.answer });
      case 'escalate': {
        if (reaction.department === null) return t('drills.reaction.escalate');
        const department = departments.find(({ key }) => key === reaction.department);
        return t('drills.reaction.escalateTo', {
          department: department ? say(department.name) : reaction.department,
        });
      }
      case 'level':
        return t('drills.reaction.level', { level: reaction.level });
      case 'no_reply':
      case 'incident':
      case 'holding_statement':
        return t(`drills.reaction.${reaction.kind}`);
    }
  };
  return {
    bare,
    within: (reaction: Reaction) =>
      t('drills.reaction.within', { reaction: bare(reaction), duration: duration(reaction.withinSeconds) }),
    branch: ({ when, reaction, inject }: Branch, nameOf: (key: string) => string) =>
      t(`drills.branch.${when}`, { reaction: t(`drills.reactionKind.${reaction}`), inject: nameOf(inject) }),
  };
}
