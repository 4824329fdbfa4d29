import ApprovedIcon from '@mui/icons-material/CheckCircleOutlined';
import RefusedIcon from '@mui/icons-material/HighlightOff';
import WaitingIcon from '@mui/icons-material/HourglassEmpty';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { AnswerVersion } from '#contract/answers';
import { Section } from '../inbox/Section.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { RelativeTime } from '../shared/RelativeTime.js';

/** What each department that has to approve has decided, and what it said; below, what was said of earlier submissions. */
export function Approvals({ version }: { version: Pick<AnswerVersion, 'approvals' | 'earlierDecisions'> }) {
  const { t } = useTranslation();
  return (
    <Section heading="h2" title={t('answers.approvals')}>
      <Decisions decisions={version.approvals} />
      {version.earlierDecisions.length > 0 ? (
        <Box component="details" sx={{ mt: 1.5, typography: 'body2' }}>
          <Box component="summary" sx={{ cursor: 'pointer', mb: 1 }}>
            {t('library.earlierDecisions')} ({version.earlierDecisions.length})
          </Box>
          <Decisions decisions={version.earlierDecisions} />
        </Box>
      ) : null}
    </Section>
  );
}

function Decisions({ decisions }: { decisions: AnswerVersion['approvals'] }) {
  const { t } = useTranslation();
  const departmentName = useDepartmentName();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, typography: 'body2' }}>
      {decisions.map((approval, index) => (
        <Box
          component="li"
          key={index}
          sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', gap: 1 }}
        >
          {approval.decision === 'approved' ? (
            <ApprovedIcon fontSize="small" color="success" />
          ) : approval.decision === 'refused' ? (
            <RefusedIcon fontSize="small" color="error" />
          ) : (
            <WaitingIcon fontSize="small" sx={{ color: 'text.secondary' }} />
          )}
          <div>
            <strong>{departmentName(approval.departmentId)}</strong> ·{' '}
            {approval.decision === null || !approval.by
              ? t('answers.notDecided')
              : t(approval.decision === 'approved' ? 'answers.approvedBy' : 'answers.refusedBy', {
                  name: approval.by.name,
                })}
            {approval.at ? (
              <>
                {' · '}
                <RelativeTime instant={approval.at} focusable />
              </>
            ) : null}
            {approval.comment ? (
              <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', color: 'text.secondary' }}>
                {t('common.quoted', { text: approval.comment })}
              </Typography>
            ) : null}
          </div>
        </Box>
      ))}
    </Box>
  );
}
