import BackIcon from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  archiveOwnMethod,
  changeOwnMethod,
  listOwnMethods,
  OBJECTIVES,
  PLACES,
  readOwnMethod,
} from '#contract/workshops';
import type { ResponseOf } from '#platform/contract';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { languageName } from '../i18n/languages.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { gapsOf } from './method-draft.js';
import { MethodForm } from './MethodForm.js';
import { MethodSources } from './MethodSources.js';
import { PhaseList } from './PhaseList.js';
import { RulesList } from './RulesList.js';
import { saveMethodFile } from './save-method-file.js';
import { PLACE_WORDS, STRENGTH_WORDS } from './strength-words.js';
import { useMethods } from './use-methods.js';

type Own = ResponseOf<typeof readOwnMethod>;
const TOUCHES = [listOwnMethods, readOwnMethod] as const;

/** A method of one's own; `?edit` opens it for writing. */
export function MethodPage() {
  const { t } = useTranslation();
  const { methodId = '' } = useParams();
  const [search] = useSearchParams();
  const may = useMay();
  const reading = useEndpoint(readOwnMethod, { params: { methodId } });
  const own = reading.data;
  const edits = search.has('edit') && may('workshops.run');
  return (
    <PageBody>
      <Button component={RouterLink} to="/workshops/methods" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('workshops.method.title')}
      </Button>
      {!own && reading.error ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {!own && !reading.error ? <LoadingState rows={4} /> : null}
      {own && edits && own.archivedAt === null ? <Editing key={own.id} own={own} /> : null}
      {own && !(edits && own.archivedAt === null) ? <Reading own={own} /> : null}
    </PageBody>
  );
}

function Editing({ own }: { own: Own }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const navigate = useNavigate();
  // What the person saw when they began: a colleague's change meanwhile is told, not written over.
  const [seen] = useState(own);
  const leaving = useRef(false);
  const address = `/workshops/methods/${own.id}`;
  const save = useChange(changeOwnMethod, {
    touches: TOUCHES,
    onDone: () => {
      leaving.current = true;
      void navigate(address);
    },
  });
  return (
    <>
      <PageHeader title={say(seen.method.name)} lead={t('workshops.method.versionsHint')} />
      <MethodForm
        start={seen.method}
        busy={save.isPending}
        error={save.error}
        leaving={leaving}
        onSave={(method) =>
          save.mutate({ params: { methodId: seen.id }, body: { version: seen.version, method } })
        }
        onCancel={() => void navigate(address)}
      />
    </>
  );
}

function Reading({ own }: { own: Own }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const { find } = useMethods();
  const { method } = own;
  const base = own.basedOn === null ? undefined : find(own.basedOn);
  const phases = method.phases.map((phase) => ({ ...phase, title: say(phase.title), text: say(phase.text) }));
  return (
    <>
      <PageHeader title={say(method.name)} lead={say(method.summary)} actions={<Acts own={own} />} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {own.archivedAt ? <Alert severity="info">{t('workshops.method.archivedNote')}</Alert> : null}
        {gapsOf(method).map((language) => (
          <Alert key={language} severity="info">
            {t('workshops.method.gap', { language: languageName(language) })}
          </Alert>
        ))}
        {base ? (
          <Typography variant="body2">
            {t('workshops.method.adaptedFrom', { name: say(base.name) })}
          </Typography>
        ) : null}
        <Section heading="h2" title={t('workshops.method.fit')}>
          <Fit own={own} />
        </Section>
        <Section heading="h2" title={t('workshops.phases')}>
          <PhaseList full phases={phases} />
        </Section>
        <Section heading="h2" title={t('workshops.rules')}>
          <RulesList rules={method.rules.map(say)} />
        </Section>
        {method.roles.length > 0 ? (
          <Section heading="h2" title={t('workshops.roles')}>
            <Lines lines={method.roles.map(({ name, text }) => [say(name), say(text)])} />
          </Section>
        ) : null}
        <Section heading="h2" title={t('workshops.roomPlan')}>
          <Lines
            lines={PLACES.map((place) => [t(`workshops.place.${place}`), say(method.roomPlan[place]) || '–'])}
          />
        </Section>
        <Section heading="h2" title={t('workshops.advice.whenNot')}>
          <RulesList rules={method.whenNot.map(say)} />
          {method.sources.length > 0 ? <MethodSources method={method} /> : null}
        </Section>
        <Versions own={own} />
      </Box>
    </>
  );
}

function Fit({ own: { method } }: { own: Own }) {
  const { t } = useTranslation();
  const { fit } = method;
  return (
    <Lines
      lines={[
        ...OBJECTIVES.filter((one) => fit.objectives[one] > 0).map((one): [string, string] => [
          t(`workshops.objective.${one}`),
          t(`workshops.method.strength.${STRENGTH_WORDS[fit.objectives[one]]}`),
        ]),
        [t('workshops.field.people'), t('workshops.advice.range', fit.people)],
        [t('workshops.field.minutes'), t('workshops.advice.range', fit.minutes)],
        ...PLACES.map((one): [string, string] => [
          t(`workshops.place.${one}`),
          t(`workshops.method.placed.${PLACE_WORDS[fit.places[one]]}`),
        ]),
        [t('workshops.method.trust'), t(`workshops.trust.${fit.trust}`)],
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly (readonly [string, string])[] }) {
  return (
    <Box
      component="dl"
      sx={{
        ...{ m: 0, display: 'grid', columnGap: 2, rowGap: 0.75, typography: 'body2' },
        gridTemplateColumns: 'minmax(90px, 1fr) minmax(0, 3fr)',
      }}
    >
      {lines.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Versions({ own }: { own: Own }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section heading="h2" title={t('workshops.method.versions')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('workshops.method.versionsHint')}
      </Typography>
      <Box component="ol" reversed sx={{ m: 0, p: 0, listStyle: 'none', typography: 'body2' }}>
        {own.versions.map(({ number, by, at }) => (
          <li key={number}>
            {`${t('workshops.method.versionBy', { number, name: by.name })} · ${format.dateTime(at)}`}
          </li>
        ))}
      </Box>
    </Section>
  );
}

function Acts({ own }: { own: Own }) {
  const { t } = useTranslation();
  const may = useMay();
  const archive = useChange(archiveOwnMethod, { touches: TOUCHES });
  const away = own.archivedAt !== null;
  const writes = may('workshops.run');
  return (
    <>
      {writes && !away ? (
        <Button component={RouterLink} to={`/workshops/methods/${own.id}?edit`} variant="contained">
          {t('workshops.method.edit')}
        </Button>
      ) : null}
      {writes ? (
        <Button component={RouterLink} to={`/workshops/methods/new?from=${own.key}`}>
          {t('workshops.method.copy')}
        </Button>
      ) : null}
      <Button onClick={() => saveMethodFile(own)}>{t('workshops.method.export')}</Button>
      {writes ? (
        <Button
          loading={archive.isPending}
          onClick={() => archive.mutate({ params: { methodId: own.id }, body: { archived: !away } })}
        >
          {t(away ? 'workshops.method.restore' : 'workshops.method.archive')}
        </Button>
      ) : null}
      <ProblemAlert error={archive.error} />
    </>
  );
}
