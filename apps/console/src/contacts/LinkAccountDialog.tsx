import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactView, findAuthors, linkAuthor } from '#contract/contacts';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useDebounced } from '../shared/use-debounced.js';
import { AccountName } from './AccountName.js';
import { TOUCHED } from './touched.js';

/** Finds an account by its handle or name, and says that it belongs to the contact. */
export function LinkAccountDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [authorId, setAuthorId] = useState('');
  const search = useDebounced(typed.trim(), 250);
  const found = useEndpoint(
    findAuthors,
    { query: { realm: contact.realm, search } },
    { enabled: search.length > 1 },
  );
  const link = useChange(linkAuthor, { touches: TOUCHED, onDone: onClose });
  const items = found.data?.items ?? [];
  return (
    <ConfirmDialog
      open
      title={t('contacts.linkTitle')}
      confirm={t('contacts.link')}
      busy={link.isPending}
      disabled={!items.some(({ id }) => id === authorId)}
      error={link.error}
      onConfirm={() => link.mutate({ params: { contactId: contact.id }, body: { authorId } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          autoFocus
          type="search"
          label={t('contacts.searchAccount')}
          helperText={t('contacts.searchAccountHint')}
          value={typed}
          slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
          onChange={({ target }) => setTyped(target.value)}
        />
        <ProblemAlert error={found.error} />
        {search.length > 1 && found.isPending ? <LoadingState rows={2} height={40} /> : null}
        {found.data && items.length === 0 ? (
          <Typography variant="body2" role="status">
            {t('contacts.noAccountFound')}
          </Typography>
        ) : null}
        <RadioGroup
          aria-label={t('contacts.accounts')}
          value={authorId}
          onChange={(_, value) => setAuthorId(value)}
        >
          {items.map((author) => (
            <FormControlLabel
              key={author.id}
              value={author.id}
              disabled={author.contactId !== null}
              control={<Radio />}
              label={
                <span>
                  <AccountName author={author} />
                  {author.contactId === null ? null : (
                    <Typography variant="caption" component="div">
                      {t(
                        author.contactId === contact.id ? 'contacts.linkedHere' : 'contacts.linkedElsewhere',
                      )}
                    </Typography>
                  )}
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Stack>
    </ConfirmDialog>
  );
}
