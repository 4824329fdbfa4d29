import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRule, listStakeholders, previewRule } from '#contract/stakeholders';
import type { ResponseOf } from '#platform/contract';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { AccountName } from '../contacts/AccountName.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useRealm } from '../shell/realm.js';
import { AttachReasons } from './AttachReasons.js';
import { TOUCHED } from './touched.js';

const KINDS = ['accounts', 'domain', 'bio_words'] as const;
type Kind = (typeof KINDS)[number];

/** A rule in the making: whom it would attach is seen before it is made. */
export function NewRule() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const known = useEndpoint(listStakeholders, { query: { realm } });
  const items = known.data?.items ?? [];
  const [stakeholderId, setStakeholderId] = useState('');
  const [kind, setKind] = useState<Kind>('accounts');
  const [text, setText] = useState('');
  const preview = useChange(previewRule);
  const create = useChange(createRule, {
    touches: TOUCHED,
    onDone: () => {
      setText('');
      preview.reset();
    },
  });
  const touch = () => {
    preview.reset();
    create.reset();
  };
  const terms = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const body = { stakeholderId, kind, terms };
  const ready = stakeholderId !== '' && terms.length > 0;
  return (
    <Section heading="h2" title={t('stakeholders.rules.newRule')}>
      <Box sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <TextField
          select
          label={t('stakeholders.attachTo')}
          value={items.some(({ id }) => id === stakeholderId) ? stakeholderId : ''}
          onChange={({ target }) => {
            touch();
            setStakeholderId(target.value);
          }}
        >
          {items.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('stakeholders.rules.kind')}
          value={kind}
          onChange={({ target }) => {
            touch();
            setKind(target.value as Kind);
          }}
        >
          {KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`stakeholders.rules.kinds.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          multiline
          minRows={3}
          label={t('stakeholders.rules.terms')}
          helperText={t(`stakeholders.rules.hint.${kind}`)}
          value={text}
          slotProps={{ htmlInput: { spellCheck: false } }}
          onChange={({ target }) => {
            touch();
            setText(target.value);
          }}
        />
        <ProblemAlert error={known.error ?? preview.error ?? create.error} />
        {preview.data ? <Preview preview={preview.data} /> : null}
        {create.isSuccess ? (
          <Alert severity="success" role="status">
            {t('stakeholders.rules.made')}
          </Alert>
        ) : null}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1 }}>
          <Button
            variant={preview.data ? 'text' : 'contained'}
            disabled={!ready}
            loading={preview.isPending}
            onClick={() => {
              create.reset();
              preview.mutate({ body });
            }}
          >
            {t('stakeholders.rules.check')}
          </Button>
          {preview.data ? (
            <Button variant="contained" loading={create.isPending} onClick={() => create.mutate({ body })}>
              {t('stakeholders.rules.create')}
            </Button>
          ) : null}
        </Box>
      </Box>
    </Section>
  );
}

function Preview({ preview }: { preview: ResponseOf<typeof previewRule> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { looked, known, found, already, elsewhere, dismissed, accounts } = preview;
  const free = found - already - elsewhere - dismissed;
  return (
    <Box role="status">
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('stakeholders.rules.would', { count: free })}
      </Typography>
      <Typography variant="body2">
        {t('stakeholders.rules.looked', { looked: format.number(looked), known: format.number(known) })}{' '}
        {found > free ? t('stakeholders.rules.rest', { already, elsewhere, dismissed }) : ''}
      </Typography>
      {free > accounts.length ? (
        <Typography variant="body2">{t('stakeholders.rules.shown', { count: accounts.length })}</Typography>
      ) : null}
      <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {accounts.map(({ reason, ...account }) => (
          <Box component="li" key={account.id} sx={{ typography: 'body2' }}>
            <AccountName author={account} />
            <AttachReasons reasons={[reason]} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}
