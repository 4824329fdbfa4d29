import BackIcon from '@mui/icons-material/ArrowBack';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { createOwnMethod, listOwnMethods, type Method } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { copyOf, emptyMethod } from './method-draft.js';
import { MethodForm } from './MethodForm.js';
import { useMethods } from './use-methods.js';

/** A method begun anew, or with `?from=world-cafe` as a copy of another, which stays as it is. */
export function NewMethodPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const from = search.get('from');
  const { find, pending, error, retry } = useMethods();
  const base = from === null ? undefined : find(from);
  return (
    <PageBody>
      <Button component={RouterLink} to="/workshops/methods" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('workshops.method.title')}
      </Button>
      {from !== null && !base && pending ? <LoadingState rows={4} /> : null}
      {from !== null && !base && error ? <ErrorState error={error} onRetry={retry} /> : null}
      {from === null || base || (!pending && !error) ? (
        <Writing key={base?.key ?? 'new'} base={base ?? null} />
      ) : null}
    </PageBody>
  );
}

function Writing({ base }: { base: Method | null }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const navigate = useNavigate();
  const leaving = useRef(false);
  const create = useChange(createOwnMethod, {
    touches: [listOwnMethods],
    onDone: ({ id }) => {
      leaving.current = true;
      void navigate(`/workshops/methods/${id}`);
    },
  });
  return (
    <>
      <PageHeader
        title={t('workshops.method.create')}
        lead={base ? t('workshops.method.adaptedFrom', { name: say(base.name) }) : t('workshops.method.anew')}
      />
      <MethodForm
        start={base ? copyOf(base) : emptyMethod()}
        busy={create.isPending}
        error={create.error}
        leaving={leaving}
        onSave={(method) => create.mutate({ body: { basedOn: base?.key ?? null, method } })}
        onCancel={() => void navigate('/workshops/methods')}
      />
    </>
  );
}
