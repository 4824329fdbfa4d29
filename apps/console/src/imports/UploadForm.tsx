import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listImports, listMappings, uploadImport } from '#contract/imports';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { Section } from '../inbox/Section.js';
import { FileDrop } from '../shared/FileDrop.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

const OWN = 'own';

/** Choose or drop a file, say how it is read, send it. */
export function UploadForm() {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState('auto');
  const [ownText, setOwnText] = useState('');
  const mappings = useEndpoint(listMappings, {}, { staleTime: 300_000 }).data?.items ?? [];
  const upload = useChange(uploadImport, {
    touches: [listImports],
    onDone: (run) => {
      notify({ text: t('imports.begun', { name: run.fileName }) });
      setFile(null);
      if (input.current) input.current.value = '';
    },
  });
  const errors = useFieldErrors(upload.error);
  const send = () => {
    if (!file) return;
    const form = new FormData();
    form.append('mapping', mapping === OWN ? ownText : mapping);
    form.append('file', file);
    upload.mutate({ body: { mapping }, form });
  };
  return (
    <Box sx={{ mb: 3 }}>
      <Section heading="h2" title={t('imports.upload')}>
        <Box
          component="form"
          noValidate
          sx={{ display: 'grid', gap: 2 }}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <FileDrop
            accept=".jsonl,.ndjson,.csv,.tsv,.txt,.json"
            choose={t('imports.choose')}
            status={
              file
                ? t('imports.chosen', { name: file.name, size: format.bytes(file.size) })
                : t('imports.drop')
            }
            inputRef={input}
            onFile={setFile}
          />
          <TextField
            select
            label={t('imports.mapping')}
            value={mapping}
            onChange={({ target }) => setMapping(target.value)}
            error={mapping !== OWN && Boolean(errors['mapping'])}
            helperText={mapping === OWN ? undefined : errors['mapping']}
          >
            <MenuItem value="auto">{t('imports.automatic')}</MenuItem>
            {mappings.map(({ name, description }) => (
              <MenuItem key={name} value={name} sx={{ whiteSpace: 'normal' }}>
                {name}
                {description ? ` · ${description}` : ''}
              </MenuItem>
            ))}
            <MenuItem value={OWN}>{t('imports.own')}</MenuItem>
          </TextField>
          {mapping === OWN ? (
            <TextField
              multiline
              minRows={6}
              label={t('imports.ownText')}
              value={ownText}
              onChange={({ target }) => setOwnText(target.value)}
              error={Boolean(errors['mapping'])}
              helperText={errors['mapping']}
              slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace' } } }}
            />
          ) : null}
          {upload.isPending ? <LinearProgress aria-label={t('imports.sending')} /> : null}
          <ProblemAlert error={upload.error} shownFields={['mapping']} />
          <Button
            type="submit"
            variant="contained"
            loading={upload.isPending}
            disabled={!file || (mapping === OWN && ownText.trim() === '')}
            sx={{ justifySelf: 'end' }}
          >
            {t('imports.begin')}
          </Button>
        </Box>
      </Section>
    </Box>
  );
}
