import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { listFields } from '#contract/colleagues';
import { useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';

interface FieldPickerProps {
  value: readonly string[];
  error?: string | undefined;
  onChange: (ids: string[]) => void;
}

/** Fields of expertise to choose from; a retired one stays where it was chosen before. */
export function FieldPicker({ value, error, onChange }: FieldPickerProps) {
  const { t } = useTranslation();
  const name = useFieldName();
  const fields = useEndpoint(listFields, {}).data?.items ?? [];
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      size="small"
      options={fields.filter(({ id, retired }) => !retired || value.includes(id)).map(({ id }) => id)}
      value={[...value]}
      getOptionLabel={name}
      onChange={(_, ids) => onChange(ids)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('colleagues.fields')}
          error={error !== undefined}
          helperText={error}
        />
      )}
    />
  );
}

export function useFieldName(): (id: string) => string {
  const say = useLocalised();
  const fields = useEndpoint(listFields, {}).data?.items ?? [];
  return (id) => {
    const field = fields.find((one) => one.id === id);
    return field ? say(field.name) : '…';
  };
}
