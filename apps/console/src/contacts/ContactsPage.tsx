import AddIcon from '@mui/icons-material/PersonAdd';
import ExchangeIcon from '@mui/icons-material/ImportExport';
import CrmIcon from '@mui/icons-material/Sync';
import ProposalsIcon from '@mui/icons-material/JoinInner';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { createContact, listContacts } from '#contract/contacts';
import { useChange, usePages } from '../api/use-endpoint.js';
import { useRowKeys } from '../requests/use-row-keys.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useDebounced } from '../shared/use-debounced.js';
import { useRealm } from '../shell/realm.js';
import { EMPTY_DRAFT, fieldsOf } from './contact-draft.js';
import { ContactDialog } from './ContactDialog.js';
import { ContactRow } from './ContactRow.js';
import { TOUCHED } from './touched.js';

/** Everybody we know, by name, with a search. */
export function ContactsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { realm } = useRealm();
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? '';
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  const [adding, setAdding] = useState(false);
  const contacts = usePages(listContacts, { query: { realm, ...(search ? { search } : {}), limit: 50 } });
  const create = useChange(createContact, {
    touches: TOUCHED,
    onDone: ({ id }) => void navigate(`/contacts/${id}`),
  });
  return (
    <PageBody>
      <PageHeader
        title={t('contacts.title')}
        lead={t('contacts.lead')}
        actions={
          <>
            {may('contacts.write') ? (
              <>
                <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
                  {t('contacts.add')}
                </Button>
                <Button component={RouterLink} to="/contacts/proposals" startIcon={<ProposalsIcon />}>
                  {t('contacts.proposals')}
                </Button>
              </>
            ) : null}
            <Button component={RouterLink} to="/contacts/exchange" startIcon={<ExchangeIcon />}>
              {t('contacts.exchange')}
            </Button>
            <Button component={RouterLink} to="/contacts/crm" startIcon={<CrmIcon />}>
              {t('crm.open')}
            </Button>
          </>
        }
      />
      <Box role="search" sx={{ mb: 2 }}>
        <SearchField
          key={realm}
          value={search}
          onChange={(next) => setAddress(next ? { search: next } : {}, { replace: true })}
        />
      </Box>
      <KeysetList
        query={contacts}
        empty={
          search ? (
            <EmptyState
              title={t('contacts.noneFound')}
              action={<Button onClick={() => setAddress({})}>{t('contacts.clear')}</Button>}
            />
          ) : (
            <EmptyState title={t('contacts.none')} text={t('contacts.noneText')} />
          )
        }
      >
        {(items) => (
          <>
            <Typography
              variant="caption"
              component="p"
              sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' }, mb: 1 }}
            >
              {t('contacts.keys')}
            </Typography>
            <Box
              component="ul"
              ref={list}
              aria-label={t('contacts.title')}
              sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: 1 }}
            >
              {items.map((contact) => (
                <ContactRow key={contact.id} contact={contact} />
              ))}
            </Box>
          </>
        )}
      </KeysetList>
      {adding ? (
        <ContactDialog
          title={t('contacts.add')}
          confirm={t('contacts.create')}
          draft={EMPTY_DRAFT}
          busy={create.isPending}
          error={create.error}
          onSave={(draft) => create.mutate({ body: { ...fieldsOf(draft), realm } })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </PageBody>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (search: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const settled = useDebounced(typed.trim(), 250);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  const before = useRef(settled);
  useEffect(() => {
    if (settled !== before.current) change.current(settled);
    before.current = settled;
  }, [settled]);
  return (
    <TextField
      fullWidth
      type="search"
      label={t('contacts.search')}
      value={typed}
      slotProps={{ htmlInput: { maxLength: 100 } }}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
