import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LexiconEntryView, listLexicon } from '#contract/classification';
import { LOCALES } from '#platform/contract';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useDebounced } from '../shared/use-debounced.js';
import { EntryDialog } from './EntryDialog.js';
import { EntryRow } from './EntryRow.js';
import { useCategoryName } from './use-category-name.js';

/** The terms, searched and filtered; some people may change them. */
export function Lexicon() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const categoryName = useCategoryName();
  const [search, setSearch] = useState('');
  const [language, setLanguage] = useState<'fr' | 'en' | ''>('');
  const [category, setCategory] = useState('');
  const [writing, setWriting] = useState<{ entry: LexiconEntryView | null } | null>(null);
  const settled = useDebounced(search.trim(), 250);
  const terms = usePages(listLexicon, {
    query: {
      limit: 100,
      ...(settled ? { search: settled } : {}),
      ...(language ? { language } : {}),
      ...(category ? { category } : {}),
    },
  });
  const categories = terms.data?.pages[0]?.categories ?? [];
  const empty = { select: { displayEmpty: true }, inputLabel: { shrink: true } };
  return (
    <section aria-labelledby="lexicon-title">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <Typography variant="h2" id="lexicon-title" sx={{ flex: 1 }}>
          {t('classification.terms')}
        </Typography>
        {may('lexicon.write') ? (
          <Button variant="outlined" startIcon={<AddIcon />} onClick={() => setWriting({ entry: null })}>
            {t('classification.add')}
          </Button>
        ) : null}
      </Box>
      <Box
        role="search"
        sx={{ display: 'grid', gap: 1.5, mb: 2, gridTemplateColumns: { xs: '1fr', md: '2fr 1fr 1.6fr' } }}
      >
        <TextField
          type="search"
          label={t('classification.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        <TextField
          select
          label={t('classification.filterLanguage')}
          value={language}
          slotProps={empty}
          onChange={({ target }) => setLanguage(LOCALES.find((one) => one === target.value) ?? '')}
        >
          <MenuItem value="">{t('classification.anyLanguage')}</MenuItem>
          {LOCALES.map((one) => (
            <MenuItem key={one} value={one}>
              {format.languageName(one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('classification.filterCategory')}
          value={categories.some((one) => one.category === category) ? category : ''}
          slotProps={empty}
          onChange={({ target }) => setCategory(target.value)}
        >
          <MenuItem value="">{t('classification.anyCategory')}</MenuItem>
          {categories.map((one) => (
            <MenuItem key={one.category} value={one.category}>
              {t('classification.categoryTerms', {
                category: categoryName(one.category),
                terms: format.number(one.terms),
              })}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <KeysetList query={terms} empty={<EmptyState title={t('classification.none')} />}>
        {(items) => (
          <Paper
            variant="outlined"
            component="ul"
            aria-labelledby="lexicon-title"
            sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
          >
            {items.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onChange={() => setWriting({ entry })} />
            ))}
          </Paper>
        )}
      </KeysetList>
      {writing ? <EntryDialog entry={writing.entry} onClose={() => setWriting(null)} /> : null}
    </section>
  );
}
