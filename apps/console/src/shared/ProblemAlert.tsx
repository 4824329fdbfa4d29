import Alert, { type AlertProps } from '@mui/material/Alert';
import { useProblemText } from '../i18n/problem-text.js';
import { FieldsAtFault } from './FieldsAtFault.js';

interface ProblemAlertProps {
  /** Nothing is shown while there is no error. */
  error: unknown;
  /** Fields whose errors stand beside them already, so that they are not repeated here. */
  shownFields?: readonly string[];
  sx?: AlertProps['sx'];
}

/** A refusal in words, with every field at fault that the form does not show itself. */
export function ProblemAlert({ error, shownFields = [], sx }: ProblemAlertProps) {
  const { ofError } = useProblemText();
  if (error === null || error === undefined) return null;
  return (
    <Alert severity="error" role="alert" sx={sx}>
      {ofError(error)}
      <FieldsAtFault error={error} shownFields={shownFields} />
    </Alert>
  );
}
