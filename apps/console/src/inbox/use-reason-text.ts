import { useTranslation } from 'react-i18next';
import type { ReasonView } from '#contract/classification';
import { useFormat } from '../i18n/format.js';
import { reasonKey } from './reason-weights.js';

type WordGroup = 'harm' | 'intent' | 'sentiment' | 'advice';

/** Says the codes of a judgement in words; a code that is not known is shown as it is. */
export function useReasonText() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const word = (group: WordGroup, code: string): string => {
    const key = `vocabulary.${group}.${code}`;
    return i18n.exists(key) ? String(t(key as 'vocabulary.harm.none')) : code;
  };
  const say = (reason: ReasonView): string => {
    const key = reasonKey(reason);
    if (!i18n.exists(key)) return `${reason.part} · ${reason.code}`;
    const params = reason.params ?? {};
    const text = (name: string) => String(params[name] ?? '');
    const said = String(
      t(key as 'reasons.level.severity', {
        ...params,
        language: format.languageName(text('language') || 'und'),
        followers: format.number(Number(params['followers'] ?? 0)),
        kind: standing(text('kind')),
        category:
          reason.code === 'stakeholder' ? ofStakeholder('category', text('kind')) : word('harm', reason.code),
        salience: ofStakeholder('salience', text('salience')),
        share: format.percent(Number(params['share'] ?? 1)),
        probability: format.percent(Number(params['probability'] ?? 1)),
        label: word('sentiment', text('label')).toLocaleLowerCase(format.language),
        authorKind: kindOfAuthor(text('authorKind')),
      }),
    );
    return reason.params?.['joke'] === undefined ? said : `${said} ${t('reasons.joke')}`;
  };
  const standing = (kind: string): string => {
    const key = `reasons.kind.${kind}`;
    return i18n.exists(key) ? String(t(key as 'reasons.kind.press')) : kind;
  };
  const ofStakeholder = (group: 'category' | 'salience', code: string): string => {
    const key = `stakeholders.${group}.${code}`;
    return i18n.exists(key)
      ? String(t(key as 'stakeholders.salience.none')).toLocaleLowerCase(format.language)
      : code;
  };
  const kindOfAuthor = (kind: string): string => {
    const key = `reasons.authorKind.${kind}`;
    return i18n.exists(key) ? String(t(key as 'reasons.authorKind.press')) : kind;
  };
  return { say, word };
}
