import { useMemo, useState } from 'react';
import type { VersionContent } from '#contract/answers';
import { checkContent } from '#rules/answers';
import { useFieldErrors, useProblemText } from '../i18n/problem-text.js';
import { contentToSave } from './answer-draft.js';

/**
 * The content being written, what the API has said of its fields, and what still has to be right before the departments
 * are asked. The API's word about a field stands until the content changes.
 */
export function useAnswerForm(start: VersionContent) {
  const [content, setContent] = useState(start);
  const [saved, setSaved] = useState(start);
  const { ofCode } = useProblemText();
  const toSave = useMemo(() => contentToSave(content), [content]);
  const unsaved = useMemo(
    () => JSON.stringify(toSave) !== JSON.stringify(contentToSave(saved)),
    [toSave, saved],
  );
  const checks = useMemo(() => checkContent(toSave), [toSave]);
  const missing = toSave.departmentIds.length === 0;
  return {
    content,
    setContent,
    toSave,
    unsaved,
    markSaved: () => setSaved(content),
    /** In words, each once. */
    openPoints: [...new Set(checks.map(ofCode))],
    complete: checks.length === 0 && !missing,
    canSave: !missing,
  };
}

/** Words for the fields that the API found at fault, without the `content.` that they begin with. */
export function useContentErrors(error: unknown): Readonly<Record<string, string>> {
  const errors = useFieldErrors(error);
  return Object.fromEntries(
    Object.entries(errors).map(([field, words]) => [field.replace(/^content\./u, ''), words]),
  );
}
