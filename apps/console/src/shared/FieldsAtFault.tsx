import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { useProblemText } from '../i18n/problem-text.js';

interface FieldsAtFaultProps {
  error: unknown;
  /** Fields whose errors stand beside them already, so that they are not repeated here. */
  shownFields?: readonly string[];
}

/** What a refusal says of each field by its name; nothing where it names none. */
export function FieldsAtFault({ error, shownFields = [] }: FieldsAtFaultProps) {
  const { t } = useTranslation();
  const { ofCode } = useProblemText();
  const fields = error instanceof ApiProblem ? error.errors : [];
  const rest = fields.filter(({ field }) => !shownFields.includes(field));
  if (rest.length === 0) return null;
  return (
    <ul aria-label={t('errors.fieldsTitle')} style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
      {rest.map((field) => (
        <li key={`${field.field} ${field.code}`}>
          <code>{field.field}</code>
          {t('common.colon')}
          {ofCode(field)}
        </li>
      ))}
    </ul>
  );
}
