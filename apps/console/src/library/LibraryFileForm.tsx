import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ARRIVE_AS,
  LARGEST_LIBRARY_FILE,
  type LibraryImport,
  MOST_LIBRARY_ANSWERS,
  planLibraryImport,
} from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { FileDrop } from '../shared/FileDrop.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Choose or drop a file, say how its answers arrive, and see what it would change. */
export function LibraryFileForm({ onPlan }: { onPlan: (plan: LibraryImport) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [arriveAs, setArriveAs] = useState<(typeof ARRIVE_AS)[number]>('draft');
  const check = useChange(planLibraryImport, { onDone: onPlan });
  const send = () => {
    if (!file || check.isPending) return;
    const form = new FormData();
    form.append('file', file);
    check.mutate({ query: { arriveAs }, form });
  };
  return (
    <Section heading="h2" title={t('library.import')}>
      <Box
        component="form"
        noValidate
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Typography variant="body2">
          {t('library.importText', {
            size: format.bytes(LARGEST_LIBRARY_FILE),
            most: format.number(MOST_LIBRARY_ANSWERS),
          })}
        </Typography>
        <FileDrop
          accept=".json,.csv,.tsv,.txt"
          choose={t('library.choose')}
          status={
            file ? t('library.chosen', { name: file.name, size: format.bytes(file.size) }) : t('library.drop')
          }
          inputRef={input}
          onFile={setFile}
        />
        <TextField
          select
          label={t('library.arriveAs')}
          value={arriveAs}
          onChange={({ target }) => setArriveAs(target.value === 'in_review' ? 'in_review' : 'draft')}
        >
          {ARRIVE_AS.map((one) => (
            <MenuItem key={one} value={one} sx={{ whiteSpace: 'normal' }}>
              {t(`library.arrive.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {check.isPending ? (
          <Box role="status">
            <Typography variant="body2">{t('library.checking')}</Typography>
            <LinearProgress aria-label={t('library.checking')} />
          </Box>
        ) : null}
        <ProblemAlert error={check.error} />
        <Button
          type="submit"
          variant="contained"
          loading={check.isPending}
          disabled={!file}
          sx={{ justifySelf: 'end' }}
        >
          {t('library.check')}
        </Button>
      </Box>
    </Section>
  );
}
