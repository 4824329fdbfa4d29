import { useTranslation } from 'react-i18next';
import type { AnswerVersion } from '#contract/answers';
import { useFormat } from '../i18n/format.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { LEVEL_CODES, levelNumber } from '../theme/levels.js';
import type { VersionWords } from './version-texts.js';

/** Says in words what a version holds as codes. */
export function useVersionWords(): VersionWords {
  const { t } = useTranslation();
  const format = useFormat();
  const department = useDepartmentName();
  const topics = useTopicNames();
  const level = (level: number) => t(`vocabulary.level.${LEVEL_CODES[levelNumber(level)]}`);
  return {
    department,
    topic: (id) => topics.get(id) ?? '…',
    strategy: ({ strategy }) => t(`vocabulary.strategy.${strategy}`),
    sensitivity: ({ sensitivity }) => t(`vocabulary.sensitivity.${sensitivity}`),
    levels: ({ levelMin, levelMax }: AnswerVersion) =>
      levelMin === levelMax
        ? level(levelMin)
        : t('answers.levelRange', { from: level(levelMin), to: level(levelMax) }),
    validity: ({ validFrom, validUntil, reviewOn }) =>
      [
        validFrom ? t('answers.from', { day: format.dateTime(validFrom) }) : '',
        validUntil ? t('answers.until', { day: format.dateTime(validUntil) }) : '',
        !validFrom && !validUntil ? t('answers.unlimited') : '',
        reviewOn ? t('answers.reviewOn', { day: format.date(reviewOn) }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    placeholderType: (type) => t(`vocabulary.placeholderType.${type}`),
  };
}
