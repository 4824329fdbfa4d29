import AttachIcon from '@mui/icons-material/AddLink';
import DetachIcon from '@mui/icons-material/LinkOff';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AttachedAuthorView,
  detachAuthor,
  listStakeholderAuthors,
  type StakeholderView,
} from '#contract/stakeholders';
import { REWEIGHED_DAYS } from '#rules/stakeholders';
import { useChange, usePages } from '../api/use-endpoint.js';
import { AccountName } from '../contacts/AccountName.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { KeysetList } from '../shared/KeysetList.js';
import { AttachAccountDialog } from './AttachAccountDialog.js';
import { AttachReasons } from './AttachReasons.js';
import { TOUCHED } from './touched.js';

interface AttachedAccountsProps {
  stakeholder: StakeholderView;
  writes: boolean;
}

/** Who speaks for a stakeholder, how that came about and why. */
export function AttachedAccounts({ stakeholder, writes }: AttachedAccountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [attaching, setAttaching] = useState(false);
  const [letting, setLetting] = useState<AttachedAuthorView | null>(null);
  const params = { stakeholderId: stakeholder.id };
  const authors = usePages(listStakeholderAuthors, { params, query: { limit: 20 } });
  const detach = useChange(detachAuthor, { touches: TOUCHED, onDone: () => setLetting(null) });
  const handleOf = ({ handle, name }: AttachedAuthorView) => handle ?? name ?? '';
  return (
    <Section
      heading="h2"
      title={t('stakeholders.authors')}
      action={
        writes && may('contacts.write') ? (
          <Button size="small" startIcon={<AttachIcon />} onClick={() => setAttaching(true)}>
            {t('stakeholders.attach')}
          </Button>
        ) : null
      }
    >
      <KeysetList
        query={authors}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('stakeholders.noAuthors')}
          </Typography>
        }
      >
        {(items) => (
          <Box component="ul" aria-label={t('stakeholders.authors')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {items.map((author) => (
              <Box
                component="li"
                key={author.id}
                sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, typography: 'body2' }}
              >
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <AccountName author={author} />
                  <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                    {t('stakeholders.posts', {
                      count: author.mentions,
                      number: format.number(author.mentions),
                    })}
                    {' · '}
                    {t(`stakeholders.how.${author.how}`)}
                    {author.by ? `, ${t('stakeholders.by', { name: author.by })}` : ''} ·{' '}
                    {format.date(author.at)}
                  </Typography>
                  <AttachReasons reasons={author.reasons} />
                </Box>
                {writes ? (
                  <Tooltip title={t('stakeholders.detach')}>
                    <IconButton
                      aria-label={t('stakeholders.detachOf', { handle: handleOf(author) })}
                      onClick={() => {
                        detach.reset();
                        setLetting(author);
                      }}
                    >
                      <DetachIcon />
                    </IconButton>
                  </Tooltip>
                ) : null}
              </Box>
            ))}
          </Box>
        )}
      </KeysetList>
      {attaching ? (
        <AttachAccountDialog stakeholder={stakeholder} onClose={() => setAttaching(false)} />
      ) : null}
      {letting ? (
        <ConfirmDialog
          open
          title={t('stakeholders.detachTitle')}
          confirm={t('stakeholders.detach')}
          busy={detach.isPending}
          error={detach.error}
          onConfirm={() => detach.mutate({ params: { ...params, authorId: letting.id } })}
          onClose={() => setLetting(null)}
        >
          <Typography>
            {t('stakeholders.detachText', {
              handle: handleOf(letting),
              name: stakeholder.name,
              days: REWEIGHED_DAYS,
            })}
          </Typography>
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}
