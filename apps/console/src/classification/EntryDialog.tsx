import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addLexiconEntry,
  changeLexiconEntry,
  type LexiconEntryView,
  listLexicon,
} from '#contract/classification';
import { LOCALES } from '#platform/contract';
import { LEXICON_CATEGORIES } from '#rules/classification';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { useCategoryName } from './use-category-name.js';
import { useLexiconPreview } from './use-lexicon-preview.js';
import { WhatWouldChange } from './WhatWouldChange.js';

/** A term to be written: a new one, or one that exists. */
export function EntryDialog({ entry, onClose }: { entry: LexiconEntryView | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const categoryName = useCategoryName();
  const [term, setTerm] = useState(entry?.term ?? '');
  const [language, setLanguage] = useState<'fr' | 'en'>(
    entry?.language ?? (i18n.language === 'en' ? 'en' : 'fr'),
  );
  const [category, setCategory] = useState(entry?.category ?? 'service_failure');
  const [weight, setWeight] = useState(String(entry?.weight ?? 5));
  const options = {
    touches: [listLexicon],
    onDone: (saved: LexiconEntryView) => {
      notify({ text: t('classification.saved', { term: saved.term }) });
      onClose();
    },
  };
  const add = useChange(addLexiconEntry, options);
  const change = useChange(changeLexiconEntry, options);
  const error = add.error ?? change.error;
  const errors = useFieldErrors(error);
  const shown = (field: string, hint?: string) => ({
    error: Boolean(errors[field]),
    helperText: errors[field] ?? hint,
  });
  const unfit = term.trim() === '' || weight.trim() === '' || Number.isNaN(Number(weight));
  const { preview, run } = useLexiconPreview();
  const save = () => {
    const body = { term, language, category, weight: Number(weight) };
    if (entry) change.mutate({ params: { entryId: entry.id }, body });
    else add.mutate({ body: { ...body, active: true } });
  };
  return (
    <ConfirmDialog
      open
      title={entry ? t('classification.changeOf', { term: entry.term }) : t('classification.add')}
      confirm={t('common.save')}
      busy={add.isPending || change.isPending}
      disabled={unfit}
      error={error}
      onConfirm={save}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          required
          autoFocus
          label={t('classification.term')}
          value={term}
          onChange={({ target }) => setTerm(target.value)}
          slotProps={{ htmlInput: { maxLength: 120, lang: language } }}
          {...shown('term', t('classification.termHint'))}
        />
        <TextField
          select
          label={t('classification.filterLanguage')}
          value={language}
          onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'fr')}
        >
          {LOCALES.map((one) => (
            <MenuItem key={one} value={one}>
              {format.languageName(one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('classification.category')}
          value={category}
          onChange={({ target }) => setCategory(target.value)}
          {...shown('category')}
        >
          {LEXICON_CATEGORIES.map((one) => (
            <MenuItem key={one} value={one}>
              {categoryName(one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          required
          type="number"
          label={t('classification.weight')}
          value={weight}
          onChange={({ target }) => setWeight(target.value)}
          slotProps={{ htmlInput: { min: -10, max: 10, step: 1 } }}
          {...shown('weight', t('classification.weightHint'))}
        />
        <Box>
          <Button
            variant="outlined"
            disabled={unfit}
            loading={preview.state === 'running'}
            onClick={() =>
              void run({
                entryId: entry?.id ?? null,
                draft: { term, language, category, weight: Number(weight) },
              })
            }
          >
            {t('whatIf.ask')}
          </Button>
        </Box>
        <WhatWouldChange preview={preview} />
      </Stack>
    </ConfirmDialog>
  );
}
