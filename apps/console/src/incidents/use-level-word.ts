import { useTranslation } from 'react-i18next';
import { LEVEL_CODES, levelNumber } from '../theme/levels.js';

/** `const word = useLevelWord(); word(3)` → “Crisis” */
export function useLevelWord(): (level: number) => string {
  const { t } = useTranslation();
  return (level) => t(`vocabulary.level.${LEVEL_CODES[levelNumber(level)]}`);
}
