import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeLogEntry } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { fromLocalField } from '../library/local-instant.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { InstantField } from './InstantField.js';
import type { Referring } from './LogTab.js';
import { TOUCHED } from './touched.js';

const KINDS = ['fact', 'decision', 'unknown'] as const;
type Kind = (typeof KINDS)[number];

interface LogFormProps {
  incidentId: string;
  /** The line that the new one corrects, or says the outcome of. */
  referring: Referring | null;
  onDone: () => void;
}

/** Writes a line into the log. A correction begins with the words that it corrects. */
export function LogForm({ incidentId, referring, onDone }: LogFormProps) {
  const { t } = useTranslation();
  const before = referring?.as === 'corrects' ? referring.entry : null;
  const [kind, setKind] = useState<Kind>(KINDS.find((one) => one === before?.kind) ?? 'fact');
  const [text, setText] = useState(before?.text ?? '');
  const [basis, setBasis] = useState(before?.basis ?? '');
  const [at, setAt] = useState('');
  const [check, setCheck] = useState('');
  const write = useChange(writeLogEntry, {
    touches: TOUCHED,
    onDone: () => {
      setText('');
      setBasis('');
      setAt('');
      setCheck('');
      onDone();
    },
  });
  const submit = () =>
    write.mutate({
      params: { incidentId },
      body: {
        ...{ kind, text, basis },
        at: fromLocalField(at) ?? undefined,
        nextCheckAt: fromLocalField(check),
        refersTo: referring?.entry.logId ? { entryId: referring.entry.logId, as: referring.as } : null,
      },
    });
  return (
    <Section heading="h2" title={t('incidents.write')}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '' && !write.isPending) submit();
        }}
        sx={{
          display: 'grid',
          gap: 1.5,
          pt: 1,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' },
        }}
      >
        {referring ? (
          <Alert
            severity="info"
            sx={{ gridColumn: '1 / -1' }}
            action={
              <Button color="inherit" size="small" onClick={onDone}>
                {t('common.cancel')}
              </Button>
            }
          >
            {t(referring.as === 'corrects' ? 'incidents.correcting' : 'incidents.checking', {
              text: referring.entry.text,
            })}
          </Alert>
        ) : null}
        <TextField
          required
          fullWidth
          multiline
          minRows={2}
          autoFocus={referring !== null}
          label={t('incidents.text')}
          helperText={t('incidents.writeLead')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
          sx={{ gridColumn: '1 / -1' }}
        />
        <TextField
          select
          fullWidth
          label={t('incidents.logKind')}
          value={kind}
          onChange={({ target }) => setKind(KINDS.find((one) => one === target.value) ?? 'fact')}
        >
          {KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`incidents.logKinds.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          fullWidth
          label={t('incidents.basis')}
          value={basis}
          onChange={({ target }) => setBasis(target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
        <InstantField
          label={t('incidents.at')}
          value={at}
          onChange={setAt}
          helperText={t('incidents.atNow')}
        />
        <InstantField label={t('incidents.nextCheck')} value={check} onChange={setCheck} />
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ProblemAlert error={write.error} sx={{ mb: 1 }} />
          <Button type="submit" variant="contained" loading={write.isPending} disabled={text.trim() === ''}>
            {t(referring?.as === 'corrects' ? 'incidents.correct' : 'incidents.write')}
          </Button>
        </Box>
      </Box>
    </Section>
  );
}
