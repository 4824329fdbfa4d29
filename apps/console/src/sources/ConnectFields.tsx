import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { ConnectField } from '#contract/networks';
import { type Draft, isCredential } from './connect-draft.js';
import { TopicsField } from './TopicsField.js';

interface ConnectFieldsProps {
  network: string;
  fields: readonly ConnectField[];
  watch: string;
  draft: Draft;
  /** Words for each field at fault, by its path in the request. */
  errors: Readonly<Record<string, string>>;
  /** The present secret stays when nothing is entered. */
  keepsSecrets?: boolean;
  onChange: (part: Draft) => void;
}

/** The fields that a network asks for, as it describes them. */
export function ConnectFields(props: ConnectFieldsProps) {
  const { network, fields, watch, draft, errors, keepsSecrets = false, onChange } = props;
  const { t, i18n } = useTranslation();
  const words = (key: string) => (i18n.exists(key) ? String(t(key as 'sources.terms.account')) : undefined);
  const labelOf = ({ name }: ConnectField) =>
    (name === 'term' ? words(`sources.terms.${watch}`) : words(`sources.fields.${name}`)) ??
    words(`sources.networkFields.${network}.${name}`) ??
    name;
  return fields.map((field) => {
    const { name, kind } = field;
    const value = draft[name];
    if (kind === 'flag') {
      return (
        <FormControlLabel
          key={name}
          control={
            <Checkbox
              checked={value === true}
              onChange={({ target }) => onChange({ [name]: target.checked })}
            />
          }
          label={labelOf(field)}
        />
      );
    }
    const secret = kind === 'secret';
    const path = `${isCredential(field) ? 'credentials' : 'settings'}.${name}`;
    const error = errors[path] ?? (secret ? errors['credentials'] : undefined);
    if (kind === 'topics') {
      return (
        <TopicsField
          key={name}
          label={labelOf(field)}
          value={typeof value === 'string' ? value : ''}
          error={error}
          onChange={(ids) => onChange({ [name]: ids })}
        />
      );
    }
    const hint = secret
      ? t(keepsSecrets ? 'sources.secretKept' : 'sources.secretHint')
      : words(`sources.termHints.${network}.${watch}`);
    return (
      <TextField
        key={name}
        required={field.required && !keepsSecrets}
        type={secret ? 'password' : kind === 'url' ? 'url' : 'text'}
        label={labelOf(field)}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange({ [name]: target.value })}
        error={Boolean(error)}
        helperText={error ?? (secret || name === 'term' ? hint : undefined)}
        slotProps={{
          htmlInput: { maxLength: 2000, spellCheck: false, autoComplete: secret ? 'new-password' : 'off' },
        }}
      />
    );
  });
}
