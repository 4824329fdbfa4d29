import { useTranslation } from 'react-i18next';
import type { TopicQueryError } from '#rules/topics';

type ErrorKey = Exclude<TopicQueryError['code'], 'unbalanced-parenthesis' | 'missing-operand'>;

/** What is wrong with a query, in the language of the interface. */
export function useQueryError(): (error: TopicQueryError) => string {
  const { t } = useTranslation();
  return ({ code, params }) => {
    if (code === 'unbalanced-parenthesis') {
      return t(`topics.error.unbalanced-parenthesis-${params['parenthesis'] === '(' ? 'open' : 'close'}`);
    }
    if (code === 'missing-operand') {
      return t(
        `topics.error.missing-operand-${params['side'] === 'left' ? 'left' : 'right'}`,
        params as never,
      );
    }
    return String(t(`topics.error.${code as ErrorKey}` as 'topics.error.empty', params as never));
  };
}
