import Alert, { type AlertProps } from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { useProblemText } from '../i18n/problem-text.js';

interface ProblemAlertProps {
  /** Nothing is shown while there is no error. */
  error: unknown;
  /** Fields whose errors stand beside them already, so that they are not repeated here. */
  shownFields?: readonly string[];
  sx?: AlertProps['sx'];
}

/** A refusal in words, with every field at fault that the form does not show itself. */
export function ProblemAlert({ error, shownFields = [], sx }: ProblemAlertProps) {
  const { t } = useTranslation();
  const { ofCode, ofError } = useProblemText();
  if (error === null || error === undefined) return null;
  const fields = error instanceof ApiProblem ? error.errors : [];
  const rest = fields.filter(({ field }) => !shownFields.includes(field));
  return (
    <Alert severity="error" role="alert" sx={sx}>
      {ofError(error)}
      {rest.length > 0 ? (
        <ul aria-label={t('errors.fieldsTitle')} style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
          {rest.map((field) => (
            <li key={`${field.field} ${field.code}`}>
              <code>{field.field}</code>
              {t('common.colon')}
              {ofCode(field)}
            </li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}
