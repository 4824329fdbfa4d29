import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactSummary, listContacts } from '#contract/contacts';
import type { Realm } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { useDebounced } from '../shared/use-debounced.js';

interface ContactPickerProps {
  realm: Realm;
  label: string;
  value: ContactSummary | null;
  /** Not offered. */
  without?: string;
  onChange: (contact: ContactSummary | null) => void;
}

/** Picks a contact by typing part of its name, organisation or CRM id. */
export function ContactPicker({ realm, label, value, without, onChange }: ContactPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 250);
  const { data, isFetching } = useEndpoint(listContacts, {
    query: { realm, ...(search ? { search } : {}), limit: 20 },
  });
  return (
    <Autocomplete
      options={(data?.items ?? []).filter(({ id }) => id !== without)}
      value={value}
      loading={isFetching}
      loadingText={t('common.loading')}
      noOptionsText={t('contacts.noneFound')}
      // The server has searched already, in more than the label.
      filterOptions={(all) => all}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      getOptionLabel={({ name, organisation }) => (organisation ? `${name} (${organisation})` : name)}
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, contact) => onChange(contact)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}
