import { useTranslation } from 'react-i18next';
import { PLACEHOLDER_TYPES } from '#contract/answers';
import { ApiProblem } from '../api/api-problem.js';
import { useProblemText } from '../i18n/problem-text.js';

const FIELD = 'placeholders.';

/** What is wrong with each value, by the name of its placeholder, in words that say what would be right. */
export function usePlaceholderErrors(error: unknown): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  const { ofCode } = useProblemText();
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    error.errors
      .filter(({ field }) => field.startsWith(FIELD))
      .map((one) => {
        const type = PLACEHOLDER_TYPES.find((known) => known === one.params?.['type']);
        const words = one.code === 'placeholder-invalid' && type ? t(`reply.invalid.${type}`) : ofCode(one);
        return [one.field.slice(FIELD.length), words];
      }),
  );
}
