import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { PLACEHOLDER_TYPES } from '#contract/answers';
import { LOCALES } from '#platform/contract';
import type { DraftPlaceholder } from './answer-draft.js';

interface PlaceholderFieldsProps {
  placeholder: DraftPlaceholder;
  /** By part of the placeholder: `name`, `allowedDomains`, `default`, `label.fr`. */
  errors: Readonly<Record<string, string>>;
  onChange: (placeholder: DraftPlaceholder) => void;
  onRemove: () => void;
}

/** What may be filled into the texts at one place, and how it is checked. */
export function PlaceholderFields({ placeholder, errors, onChange, onRemove }: PlaceholderFieldsProps) {
  const { t } = useTranslation();
  const shown = (part: string) => ({ error: Boolean(errors[part]), helperText: errors[part] });
  return (
    <Box
      role="group"
      aria-label={`{{${placeholder.name}}}`}
      sx={{ display: 'grid', gap: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: 'repeat(4, 1fr)' },
        }}
      >
        <TextField
          label={t('answers.placeholderName')}
          value={placeholder.name}
          onChange={({ target }) => onChange({ ...placeholder, name: target.value })}
          slotProps={{ htmlInput: { maxLength: 40, spellCheck: false } }}
          {...shown('name')}
        />
        <TextField
          select
          label={t('answers.placeholderType')}
          value={placeholder.type}
          onChange={({ target }) => {
            const type = PLACEHOLDER_TYPES.find((one) => one === target.value);
            if (type) onChange({ ...placeholder, type, allowedDomains: type === 'link' ? [] : undefined });
          }}
        >
          {PLACEHOLDER_TYPES.map((type) => (
            <MenuItem key={type} value={type}>
              {t(`vocabulary.placeholderType.${type}`)}
            </MenuItem>
          ))}
        </TextField>
        {LOCALES.map((language) => (
          <TextField
            key={language}
            label={t(`answers.placeholderLabel.${language}`)}
            value={placeholder.label[language]}
            onChange={({ target }) =>
              onChange({ ...placeholder, label: { ...placeholder.label, [language]: target.value } })
            }
            slotProps={{ htmlInput: { lang: language, maxLength: 80 } }}
            {...shown(`label.${language}`)}
          />
        ))}
        {placeholder.type === 'link' ? (
          <TextField
            label={t('answers.placeholderDomains')}
            value={(placeholder.allowedDomains ?? []).join(', ')}
            onChange={({ target }) =>
              onChange({
                ...placeholder,
                allowedDomains: target.value === '' ? [] : target.value.split(/\s*,\s*/u),
              })
            }
            {...shown('allowedDomains')}
          />
        ) : null}
        {placeholder.required ? null : (
          <TextField
            label={t('answers.placeholderDefault')}
            value={placeholder.default ?? ''}
            onChange={({ target }) => onChange({ ...placeholder, default: target.value || undefined })}
            {...shown('default')}
          />
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between' }}>
        <FormControlLabel
          control={
            <Checkbox
              checked={placeholder.required}
              onChange={({ target }) => onChange({ ...placeholder, required: target.checked })}
            />
          }
          label={t('answers.placeholderRequired')}
        />
        <Button color="error" startIcon={<DeleteIcon />} onClick={onRemove}>
          {t('answers.removePlaceholder')}
        </Button>
      </Box>
    </Box>
  );
}
