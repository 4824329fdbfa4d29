import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAuthors } from '#contract/contacts';
import { attachAuthor, LONGEST_NOTE, type StakeholderView } from '#contract/stakeholders';
import { REWEIGHED_DAYS, REWEIGHED_POSTS } from '#rules/stakeholders';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { AccountName } from '../contacts/AccountName.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useDebounced } from '../shared/use-debounced.js';
import { TOUCHED } from './touched.js';

interface AttachAccountDialogProps {
  stakeholder: StakeholderView;
  onClose: () => void;
}

/** Finds an account by its handle or name, and says that it speaks for the stakeholder. */
export function AttachAccountDialog({ stakeholder, onClose }: AttachAccountDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [authorId, setAuthorId] = useState('');
  const [why, setWhy] = useState('');
  const search = useDebounced(typed.trim(), 250);
  const found = useEndpoint(
    findAuthors,
    { query: { realm: stakeholder.realm, search } },
    { enabled: search.length > 1 },
  );
  const attach = useChange(attachAuthor, { touches: TOUCHED, onDone: onClose });
  const items = found.data?.items ?? [];
  return (
    <ConfirmDialog
      open
      title={t('stakeholders.attach')}
      confirm={t('stakeholders.attachConfirm')}
      busy={attach.isPending}
      disabled={!items.some(({ id }) => id === authorId)}
      error={attach.error}
      onConfirm={() => attach.mutate({ params: { stakeholderId: stakeholder.id, authorId }, body: { why } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          autoFocus
          type="search"
          label={t('stakeholders.searchAccount')}
          helperText={t('stakeholders.searchAccountHint')}
          value={typed}
          slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
          onChange={({ target }) => setTyped(target.value)}
        />
        <ProblemAlert error={found.error} />
        {search.length > 1 && found.isPending ? <LoadingState rows={2} height={40} /> : null}
        {found.data && items.length === 0 ? (
          <Typography variant="body2" role="status">
            {t('stakeholders.noAccountFound')}
          </Typography>
        ) : null}
        <RadioGroup
          aria-label={t('stakeholders.searchAccount')}
          value={authorId}
          onChange={(_, value) => setAuthorId(value)}
        >
          {items.map((author) => (
            <FormControlLabel
              key={author.id}
              value={author.id}
              control={<Radio />}
              label={<AccountName author={{ ...author, url: null }} />}
            />
          ))}
        </RadioGroup>
        <TextField
          label={t('stakeholders.attachWhy')}
          helperText={t('stakeholders.reweighed', { days: REWEIGHED_DAYS, posts: REWEIGHED_POSTS })}
          value={why}
          slotProps={{ htmlInput: { maxLength: LONGEST_NOTE } }}
          onChange={({ target }) => setWhy(target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
