import { useTranslation } from 'react-i18next';
import type { TopicQueryError } from '#rules/topics';

/** What is wrong with a query, in the language of the interface. */
export function useQueryError(): (error: TopicQueryError) => string {
  const { t } = useTranslation();
  return (error) => String(t(`topics.error.${errorKey(error)}` as 'topics.error.empty', { ...error.params }));
}

/** Two of the codes say different things on either side. */
function errorKey({ code, params }: TopicQueryError) {
  if (code === 'unbalanced-parenthesis') {
    return params['parenthesis'] === '(' ? `${code}-open` : `${code}-close`;
  }
  if (code === 'missing-operand') return params['side'] === 'left' ? `${code}-left` : `${code}-right`;
  return code;
}
