import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type ContactView, splitContact } from '#contract/contacts';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { AccountName } from './AccountName.js';
import { TOUCHED } from './touched.js';

/** Some of the accounts are somebody else: they become a contact of their own. */
export function SplitDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [taken, setTaken] = useState<readonly string[]>([]);
  const split = useChange(splitContact, {
    touches: TOUCHED,
    onDone: ({ id }) => {
      onClose();
      void navigate(`/contacts/${id}`);
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('contacts.splitTitle')}
      confirm={t('contacts.split')}
      busy={split.isPending}
      disabled={name.trim() === '' || taken.length === 0}
      error={split.error}
      onConfirm={() =>
        split.mutate({
          params: { contactId: contact.id },
          body: { name, authorIds: [...taken], version: contact.version },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Typography variant="body2">{t('contacts.splitText')}</Typography>
        <FormGroup>
          {contact.authors.map((author) => (
            <FormControlLabel
              key={author.id}
              control={
                <Checkbox
                  checked={taken.includes(author.id)}
                  onChange={(_, checked) =>
                    setTaken(checked ? [...taken, author.id] : taken.filter((id) => id !== author.id))
                  }
                />
              }
              label={<AccountName author={author} />}
            />
          ))}
        </FormGroup>
        <TextField
          label={t('contacts.splitName')}
          value={name}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={({ target }) => setName(target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
