import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { MentionDetail } from '#contract/mentions';
import { DepartmentChips } from '../shared/DepartmentChips.js';

/** What was asked when the mention was escalated, and of whom. */
export function EscalationNote({ escalation }: { escalation: NonNullable<MentionDetail['escalation']> }) {
  const { t } = useTranslation();
  return (
    <Alert severity="warning" variant="outlined">
      <AlertTitle>{t('vocabulary.mentionState.escalated')}</AlertTitle>
      {escalation.note}
      {escalation.departmentIds.length > 0 ? (
        <Box sx={{ mt: 1 }}>
          <DepartmentChips departmentIds={escalation.departmentIds} />
        </Box>
      ) : null}
    </Alert>
  );
}
