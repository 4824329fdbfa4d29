import VerifyIcon from '@mui/icons-material/VerifiedOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { verifyAudit } from '#contract/audit';
import type { ResponseOf } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Recomputes the whole chain and says whether it holds. */
export function VerifyChain() {
  const { t } = useTranslation();
  const verify = useChange(verifyAudit);
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2, justifyItems: 'start' }}>
      <Button
        variant="outlined"
        startIcon={<VerifyIcon />}
        loading={verify.isPending}
        onClick={() => verify.mutate({})}
      >
        {t('audit.verify')}
      </Button>
      <div role="status">{verify.data ? <Verdict verdict={verify.data} /> : null}</div>
      <ProblemAlert error={verify.error} />
    </Box>
  );
}

function Verdict({ verdict }: { verdict: ResponseOf<typeof verifyAudit> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (verdict.intact) {
    return (
      <Alert severity="success" sx={{ overflowWrap: 'anywhere' }}>
        {t('audit.intact', { count: verdict.entries, entries: format.number(verdict.entries) })}
        {verdict.lastHash ? ` ${t('audit.lastHash', { hash: verdict.lastHash })}` : ''}
      </Alert>
    );
  }
  return (
    <Alert severity="error">
      {t('audit.broken', { position: verdict.brokenAt ?? '?' })}{' '}
      {verdict.brokenWhy ? t(`audit.why.${verdict.brokenWhy}`) : ''}
    </Alert>
  );
}
