import { useTranslation } from 'react-i18next';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { Corrections } from './Corrections.js';
import { Lexicon } from './Lexicon.js';
import { Playground } from './Playground.js';

/** How mentions are judged: the terms, and a place to try a text. */
export function ClassificationPage() {
  const { t } = useTranslation();
  return (
    <PageBody>
      <PageHeader title={t('classification.title')} lead={t('classification.lead')} />
      <Playground />
      <Corrections />
      <Lexicon />
    </PageBody>
  );
}
