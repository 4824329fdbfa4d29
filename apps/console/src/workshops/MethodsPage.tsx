import AddIcon from '@mui/icons-material/Add';
import BackIcon from '@mui/icons-material/ArrowBack';
import UploadIcon from '@mui/icons-material/UploadFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { createOwnMethod, listOwnMethods, type OwnMethodView } from '#contract/workshops';
import { METHODS } from '#rules/workshops';
import { useChange } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { methodOfFile } from './method-draft.js';
import { useMethods } from './use-methods.js';

/** The ready methods, to be copied and adapted, and those of one's own. */
export function MethodsPage() {
  const { t } = useTranslation();
  const say = useLocalised();
  const may = useMay();
  const { own, pending, error, retry } = useMethods();
  const writes = may('workshops.run');
  return (
    <PageBody>
      <Button component={RouterLink} to="/workshops" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('workshops.back')}
      </Button>
      <PageHeader
        title={t('workshops.method.title')}
        lead={t('workshops.method.lead')}
        actions={
          writes ? (
            <Button
              component={RouterLink}
              to="/workshops/methods/new"
              variant="contained"
              startIcon={<AddIcon />}
            >
              {t('workshops.method.create')}
            </Button>
          ) : null
        }
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {writes ? <Import /> : null}
        <Section heading="h2" title={t('workshops.method.own')}>
          {error ? <ErrorState error={error} onRetry={retry} /> : null}
          {pending ? <LoadingState rows={2} height={56} /> : null}
          {!pending && !error && own.length === 0 ? (
            <EmptyState title={t('workshops.method.none')} text={t('workshops.method.noneText')} />
          ) : null}
          <Box component="ul" aria-label={t('workshops.method.own')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {own.map((one) => (
              <OwnRow key={one.id} own={one} />
            ))}
          </Box>
        </Section>
        <Section heading="h2" title={t('workshops.method.ready')}>
          <Box component="ul" aria-label={t('workshops.method.ready')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {METHODS.map((method) => (
              <Box
                component="li"
                key={method.key}
                sx={{ py: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
              >
                <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
                  <Typography sx={{ fontWeight: 600 }}>{say(method.name)}</Typography>
                  <Typography variant="body2">{say(method.summary)}</Typography>
                </Box>
                {writes ? (
                  <Button
                    component={RouterLink}
                    to={`/workshops/methods/new?from=${method.key}`}
                    aria-label={t('workshops.method.copyOf', { name: say(method.name) })}
                  >
                    {t('workshops.method.copy')}
                  </Button>
                ) : null}
              </Box>
            ))}
          </Box>
        </Section>
      </Box>
    </PageBody>
  );
}

function OwnRow({ own: { id, method, version, archivedAt, by } }: { own: OwnMethodView }) {
  const { t } = useTranslation();
  const say = useLocalised();
  return (
    <Box component="li" sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Link
          component={RouterLink}
          to={`/workshops/methods/${id}`}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {say(method.name)}
        </Link>
        {archivedAt ? <Chip size="small" label={t('workshops.method.archived')} /> : null}
      </Box>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {say(method.summary)}
      </Typography>
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        {t('workshops.method.versionBy', { number: version, name: by.name })}
      </Typography>
    </Box>
  );
}

/** Brings a method in from a file; every field at fault is named. */
function Import() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [notJson, setNotJson] = useState(false);
  const bringIn = useChange(createOwnMethod, {
    touches: [listOwnMethods],
    onDone: ({ id }) => void navigate(`/workshops/methods/${id}`),
  });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = methodOfFile(await file.text());
    setNotJson(read === null);
    bringIn.reset();
    if (read !== null) bringIn.mutate({ body: read });
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Button startIcon={<UploadIcon />} loading={bringIn.isPending} onClick={() => input.current?.click()}>
        {t('workshops.method.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('workshops.method.import')}
        hidden
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      {notJson ? <Alert severity="error">{t('workshops.method.notJson')}</Alert> : null}
      <ProblemAlert error={bringIn.error} />
    </Box>
  );
}
