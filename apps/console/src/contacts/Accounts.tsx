import LinkIcon from '@mui/icons-material/AddLink';
import SplitIcon from '@mui/icons-material/CallSplit';
import UnlinkIcon from '@mui/icons-material/LinkOff';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactAuthorView, type ContactView, unlinkAuthor } from '#contract/contacts';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { AccountName } from './AccountName.js';
import { LinkAccountDialog } from './LinkAccountDialog.js';
import { SplitDialog } from './SplitDialog.js';
import { TOUCHED } from './touched.js';

/** The accounts of a contact: one more, one less, or some of them as a contact of their own. */
export function Accounts({ contact, writes }: { contact: ContactView; writes: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState<'link' | 'split' | ContactAuthorView | null>(null);
  const close = () => setAsked(null);
  const unlink = useChange(unlinkAuthor, { touches: TOUCHED, onDone: close });
  return (
    <Section
      heading="h2"
      title={t('contacts.accounts')}
      action={
        writes ? (
          <Button size="small" startIcon={<LinkIcon />} onClick={() => setAsked('link')}>
            {t('contacts.link')}
          </Button>
        ) : null
      }
    >
      {contact.authors.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('contacts.noAccounts')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {contact.authors.map((author) => (
          <Box
            component="li"
            key={author.id}
            sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, typography: 'body2' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <AccountName author={author} />
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {t('contacts.posts', { count: author.mentions, number: format.number(author.mentions) })}
              </Typography>
            </Box>
            {writes ? (
              <Tooltip title={t('contacts.unlink')}>
                <IconButton
                  aria-label={t('contacts.unlinkOf', { handle: author.handle ?? '' })}
                  onClick={() => {
                    unlink.reset();
                    setAsked(author);
                  }}
                >
                  <UnlinkIcon />
                </IconButton>
              </Tooltip>
            ) : null}
          </Box>
        ))}
      </Box>
      {writes && contact.authors.length > 1 ? (
        <Button size="small" startIcon={<SplitIcon />} onClick={() => setAsked('split')}>
          {t('contacts.split')}
        </Button>
      ) : null}
      {asked === 'link' ? <LinkAccountDialog contact={contact} onClose={close} /> : null}
      {asked === 'split' ? <SplitDialog contact={contact} onClose={close} /> : null}
      {typeof asked === 'object' && asked !== null ? (
        <ConfirmDialog
          open
          title={t('contacts.unlinkTitle')}
          confirm={t('contacts.unlink')}
          busy={unlink.isPending}
          error={unlink.error}
          onConfirm={() => unlink.mutate({ params: { contactId: contact.id, authorId: asked.id } })}
          onClose={close}
        >
          <Typography>
            {t('contacts.unlinkText', { handle: asked.handle ?? '', name: contact.name })}
          </Typography>
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}
