import { useTranslation } from 'react-i18next';
import type { FieldError } from '#platform/contract';
import { ApiProblem, Unreachable } from '../api/api-problem.js';

interface Refusal {
  code: string;
  detail: string;
  params?: FieldError['params'];
}

/** Says a problem in the language of the interface; a code without words falls back to its own detail. */
export function useProblemText() {
  const { t, i18n } = useTranslation();
  const ofCode = ({ code, detail, params }: Refusal): string => {
    const key = `problems.${code}`;
    return i18n.exists(key) ? String(t(key as 'problems.refused', { ...params })) : detail;
  };
  const ofError = (error: unknown): string => {
    if (error instanceof ApiProblem) return ofCode(error.details);
    return error instanceof Unreachable ? t('errors.unreachable') : t('errors.unexpected');
  };
  return { ofCode, ofError };
}

/** The words for each field at fault, by its path: `{ 'placeholders.first_name': '…' }`. */
export function useFieldErrors(error: unknown): Readonly<Record<string, string>> {
  const { ofCode } = useProblemText();
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map((field) => [field.field, ofCode(field)]));
}
