import { useTranslation } from 'react-i18next';

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

/** A sentiment in words; one that this console does not know is shown as it is. */
export function useSentimentName(): (sentiment: string) => string {
  const { t } = useTranslation();
  return (sentiment) => {
    const known = SENTIMENTS.find((one) => one === sentiment);
    return known ? t(`vocabulary.sentiment.${known}`) : sentiment;
  };
}
