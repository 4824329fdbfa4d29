import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readInvitationPolicy } from '#contract/colleagues';
import { useEndpoint } from '../api/use-endpoint.js';
import { LinkDialog, type OneTimeLink } from '../people/LinkDialog.js';
import { useMay } from '../session/session.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ColleagueList } from './ColleagueList.js';
import { FieldList } from './FieldList.js';
import { InvitationReport } from './InvitationReport.js';
import { NewcomerDialog } from './NewcomerDialog.js';
import { PolicyDialog } from './PolicyDialog.js';
import { usePolicyText } from './use-policy-text.js';

/** Who can be asked to answer, about what, when, and what came of it. */
export function ColleaguesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const policyText = usePolicyText();
  const [open, setOpen] = useState<'newcomer' | 'policy' | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const policy = useEndpoint(readInvitationPolicy, {}).data;
  return (
    <PageBody>
      <PageHeader
        title={t('colleagues.title')}
        lead={policy ? `${t('colleagues.lead')} ${policyText(policy)}` : t('colleagues.lead')}
        actions={
          <>
            <Button onClick={() => setOpen('policy')}>{t('colleagues.policy')}</Button>
            {may('colleagues.invite') ? (
              <Button variant="contained" onClick={() => setOpen('newcomer')}>
                {t('colleagues.inviteNewcomer')}
              </Button>
            ) : null}
          </>
        }
      />
      <InvitationReport />
      <ColleagueList />
      <FieldList />
      {open === 'newcomer' ? <NewcomerDialog onLink={setLink} onClose={() => setOpen(null)} /> : null}
      {open === 'policy' ? <PolicyDialog onClose={() => setOpen(null)} /> : null}
      {link ? <LinkDialog link={link} onClose={() => setLink(null)} /> : null}
    </PageBody>
  );
}
