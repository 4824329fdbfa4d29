import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { measureLength, shortestText } from '#rules/answers';
import { LOCALES } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useNetworkName } from '../shared/network-name.js';
import type { DraftPlaceholder, DraftVariant } from './answer-draft.js';

interface VariantFieldsProps {
  variant: DraftVariant;
  networks: readonly string[];
  placeholders: readonly DraftPlaceholder[];
  error: string | undefined;
  onChange: (variant: DraftVariant) => void;
  onRemove: (() => void) | undefined;
}

/** One text in a language, for a network or for all, with its length as that network counts while one types. */
export function VariantFields(props: VariantFieldsProps) {
  const { variant, networks, placeholders, error, onChange, onRemove } = props;
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const networkName = useNetworkName();
  const field = useRef<HTMLTextAreaElement>(null);
  const where = variant.network ? networkName(variant.network) : t('answers.everyNetwork');
  const measured = measureLength(
    variant.network,
    shortestText(variant.body, [...placeholders], variant.language),
  );
  const figures = { length: format.number(measured.length), limit: format.number(measured.limit) };
  const insert = (name: string) => {
    const place = field.current?.selectionStart ?? variant.body.length;
    onChange({ ...variant, body: `${variant.body.slice(0, place)}{{${name}}}${variant.body.slice(place)}` });
    field.current?.focus();
  };
  return (
    <Box
      role="group"
      aria-label={t('answers.textIn', { language: format.languageName(variant.language), network: where })}
      sx={{ display: 'grid', gap: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <TextField
          select
          label={t('answers.language')}
          value={variant.language}
          sx={{ minWidth: 130 }}
          onChange={({ target }) => onChange({ ...variant, language: target.value === 'en' ? 'en' : 'fr' })}
        >
          {LOCALES.map((language) => (
            <MenuItem key={language} value={language}>
              {format.languageName(language)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('answers.network')}
          value={variant.network ?? ''}
          sx={{ minWidth: 180 }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          onChange={({ target }) => onChange({ ...variant, network: target.value || null })}
        >
          <MenuItem value="">{t('answers.everyNetwork')}</MenuItem>
          {[...new Set([...networks, ...(variant.network ? [variant.network] : [])])].map((network) => (
            <MenuItem key={network} value={network}>
              {networkName(network)}
            </MenuItem>
          ))}
        </TextField>
        {onRemove ? (
          <Button color="error" startIcon={<DeleteIcon />} onClick={onRemove} sx={{ ml: 'auto' }}>
            {t('answers.removeText')}
          </Button>
        ) : null}
      </Box>
      <TextField
        multiline
        minRows={3}
        inputRef={field}
        label={t('answers.textIn', { language: format.languageName(variant.language), network: where })}
        value={variant.body}
        onChange={({ target }) => onChange({ ...variant, body: target.value })}
        error={Boolean(error) || !measured.fits}
        helperText={
          error ??
          `${
            measured.fits
              ? t(placeholders.length > 0 ? 'answers.lengthAtLeast' : 'answers.length', figures)
              : t('answers.tooLong', figures)
          }, ${t(`library.rule.${measured.rule}`)}`
        }
        slotProps={{ htmlInput: { lang: variant.language, maxLength: 10_000 } }}
      />
      {placeholders.length > 0 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
          <Typography variant="caption">{t('answers.insert')}</Typography>
          {placeholders.map(({ name, label }) => (
            <Chip key={name} label={say(label)} onClick={() => insert(name)} variant="outlined" />
          ))}
        </Box>
      ) : null}
    </Box>
  );
}
