import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { Placeholder } from '#contract/answers';
import { useLocalised } from '../i18n/localised.js';

interface PlaceholderFieldProps {
  placeholder: Placeholder;
  value: string;
  error: string | undefined;
  autoFocus: boolean;
  /** A value that the contact suggests; the person takes it, or does not. */
  proposed?: string | null | undefined;
  onChange: (value: string) => void;
}

const INPUTS: Record<Placeholder['type'], { type: string; inputMode?: 'url' | 'tel' }> = {
  first_name: { type: 'text' },
  link: { type: 'text', inputMode: 'url' },
  phone: { type: 'text', inputMode: 'tel' },
  reference: { type: 'text' },
  date: { type: 'date' },
};

/** A blank of an answer: typed, checked, never free text. */
export function PlaceholderField({
  placeholder,
  value,
  error,
  autoFocus,
  proposed,
  onChange,
}: PlaceholderFieldProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const { type, inputMode } = INPUTS[placeholder.type];
  const hint = t(`reply.hint.${placeholder.type}`, {
    domains: (placeholder.allowedDomains ?? []).join(', '),
  });
  const fallback = placeholder.default ? `. ${t('reply.default', { value: placeholder.default })}` : '';
  return (
    <Box>
      <TextField
        label={
          placeholder.required
            ? say(placeholder.label)
            : `${say(placeholder.label)} (${t('common.optional')})`
        }
        type={type}
        value={value}
        error={error !== undefined}
        helperText={error ?? hint + fallback}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{
          htmlInput: { inputMode, autoComplete: 'off', 'aria-required': placeholder.required },
          inputLabel: type === 'date' ? { shrink: true } : {},
        }}
      />
      {proposed && proposed !== value ? (
        <Button size="small" onClick={() => onChange(proposed)}>
          {t('contacts.useFirstName', { name: proposed })}
        </Button>
      ) : null}
    </Box>
  );
}
