import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type ContactSummary, createContact, linkAuthor, readMentionContact } from '#contract/contacts';
import type { Realm } from '#platform/contract';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { EMPTY_DRAFT, fieldsOf } from './contact-draft.js';
import { ContactPicker } from './ContactPicker.js';
import { TOUCHED } from './touched.js';

/** Who posted it, as far as we know them: the contact, what there was before, what is open. */
export function MentionContact({ mentionId, realm }: { mentionId: string; realm: Realm }) {
  const { t } = useTranslation();
  const may = useMay();
  const [linking, setLinking] = useState(false);
  const reads = may('contacts.read');
  const { data } = useEndpoint(readMentionContact, { params: { mentionId } }, { enabled: reads });
  if (!reads || !data?.author) return null;
  const { author, contact } = data;
  const more = (count: number) => (count >= data.ceiling ? `${count}+` : String(count));
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        rowGap: 0.5,
        typography: 'body2',
      }}
    >
      {contact ? (
        <Link component={RouterLink} to={`/contacts/${contact.id}`} sx={{ fontWeight: 600 }}>
          {t('contacts.isContact', {
            name: contact.organisation ? `${contact.name} (${contact.organisation})` : contact.name,
          })}
        </Link>
      ) : null}
      <span>{t('contacts.earlier', { count: data.earlier, number: more(data.earlier) })}</span>
      {data.open > 0 ? (
        <span>{t('contacts.open', { count: data.open, number: more(data.open) })}</span>
      ) : null}
      {may('contacts.write') && !contact ? (
        <Button size="small" onClick={() => setLinking(true)}>
          {t('contacts.linkAuthor')}
        </Button>
      ) : null}
      {may('contacts.write') && data.proposals > 0 ? (
        <Link component={RouterLink} to="/contacts/proposals">
          {t('contacts.proposed', { count: data.proposals })}
        </Link>
      ) : null}
      {linking ? (
        <LinkAuthorDialog
          authorId={author.id}
          name={author.name ?? author.handle ?? ''}
          realm={realm}
          onClose={() => setLinking(false)}
        />
      ) : null}
    </Box>
  );
}

interface LinkAuthorDialogProps {
  authorId: string;
  name: string;
  realm: Realm;
  onClose: () => void;
}

/** Into a contact that there is, or into a new one. */
function LinkAuthorDialog({ authorId, name, realm, onClose }: LinkAuthorDialogProps) {
  const { t } = useTranslation();
  const [known, setKnown] = useState<ContactSummary | null>(null);
  const [newName, setNewName] = useState(name);
  const link = useChange(linkAuthor, { touches: TOUCHED, onDone: onClose });
  const create = useChange(createContact, { touches: TOUCHED, onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('contacts.linkAuthor')}
      confirm={t(known ? 'contacts.link' : 'contacts.create')}
      busy={link.isPending || create.isPending}
      disabled={known === null && newName.trim() === ''}
      error={link.error ?? create.error}
      onConfirm={() => {
        if (known) link.mutate({ params: { contactId: known.id }, body: { authorId } });
        else
          create.mutate({
            body: { ...fieldsOf({ ...EMPTY_DRAFT, name: newName }), realm, authorIds: [authorId] },
          });
      }}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <ContactPicker realm={realm} label={t('contacts.known')} value={known} onChange={setKnown} />
        <Typography variant="body2">{t('contacts.orNew')}</Typography>
        <TextField
          label={t('contacts.field.name')}
          value={newName}
          disabled={known !== null}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={({ target }) => setNewName(target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
