import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useMay } from '../session/session.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';
import { NewRule } from './NewRule.js';
import { PressImport } from './PressImport.js';
import { RuleList } from './RuleList.js';

/** By which rules accounts are attached: those in use, a new one with a look at what it would do, lists of press. */
export function RulesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { realm } = useRealm();
  const writes = may('stakeholders.write');
  return (
    <PageBody>
      <Link component={RouterLink} to="/stakeholders" variant="body2">
        {t('stakeholders.back')}
      </Link>
      <PageHeader title={t('stakeholders.rules.title')} lead={t('stakeholders.rules.lead')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <RuleList writes={writes} />
        {writes ? <NewRule key={`rule ${realm}`} /> : null}
        {writes ? <PressImport key={`press ${realm}`} /> : null}
      </Box>
    </PageBody>
  );
}
