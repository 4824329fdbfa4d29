import AddIcon from '@mui/icons-material/Add';
import UploadIcon from '@mui/icons-material/UploadFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { createScenario, listScenarios, type ScenarioView } from '#contract/drills';
import { lengthOf } from '#rules/drills';
import { ApiProblem } from '../api/api-problem.js';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { useProblemText } from '../i18n/problem-text.js';
import { Section } from '../inbox/Section.js';
import { useDuration } from '../incidents/use-duration.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { emptyScenario } from './scenario-draft.js';
import { scenarioOfFile } from './scenario-file.js';
import { useBringInScenario } from './use-bring-in-scenario.js';

/** The ready scenarios and those written here; new ones, and files. */
export function ScenariosPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reading = useEndpoint(listScenarios, {});
  const [notJson, setNotJson] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const create = useChange(createScenario, {
    touches: [listScenarios],
    onDone: ({ key }) => void navigate(`/drills/scenarios/${key}?edit`),
  });
  const bringIn = useBringInScenario((key) => void navigate(`/drills/scenarios/${key}`));
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = scenarioOfFile(await file.text());
    setNotJson(read === null);
    bringIn.reset();
    if (read !== null) bringIn.mutate(read);
  };
  const items = reading.data?.items ?? [];
  const own = items.filter(({ ready }) => !ready);
  return (
    <PageBody>
      <Link component={RouterLink} to="/drills" variant="body2">
        {t('drills.back')}
      </Link>
      <PageHeader
        title={t('drills.scenario.title')}
        lead={t('drills.scenario.lead')}
        actions={
          <>
            <Button
              startIcon={<UploadIcon />}
              loading={bringIn.isPending}
              onClick={() => input.current?.click()}
            >
              {t('drills.scenario.import')}
            </Button>
            <input
              ref={input}
              type="file"
              accept=".json,application/json"
              aria-label={t('drills.scenario.import')}
              hidden
              onChange={({ target }) => {
                void take(target.files?.[0]);
                target.value = '';
              }}
            />
            <Button
              variant="contained"
              startIcon={<AddIcon />}
              loading={create.isPending}
              onClick={() =>
                create.mutate({
                  body: emptyScenario(t('drills.scenario.newName'), t('drills.scenario.newText')),
                })
              }
            >
              {t('drills.scenario.create')}
            </Button>
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {notJson ? <Alert severity="error">{t('drills.scenario.notJson')}</Alert> : null}
        <Refusal error={bringIn.error ?? create.error} />
        {reading.error && !reading.data ? (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
        ) : null}
        {reading.isPending ? <LoadingState rows={6} height={60} /> : null}
        {reading.data ? (
          <>
            <Section heading="h2" title={t('drills.scenario.ready')}>
              <ScenarioList items={items.filter(({ ready }) => ready)} label={t('drills.scenario.ready')} />
            </Section>
            <Section heading="h2" title={t('drills.scenario.own')}>
              {own.length === 0 ? (
                <Typography variant="body2">{t('drills.scenario.ownNone')}</Typography>
              ) : (
                <ScenarioList items={own} label={t('drills.scenario.own')} />
              )}
            </Section>
          </>
        ) : null}
      </Box>
    </PageBody>
  );
}

/** Each field of a file that is at fault, by its path. */
function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { ofCode, ofError } = useProblemText();
  if (!error) return null;
  const fields = error instanceof ApiProblem ? error.errors : [];
  return (
    <Alert severity="error">
      {fields.length === 0 ? ofError(error) : t('drills.scenario.refused')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {fields.map((field) => (
          <Box component="li" key={`${field.field} ${field.code}`} sx={{ overflowWrap: 'anywhere' }}>
            <code>{field.field}</code> {ofCode(field)}
          </Box>
        ))}
      </Box>
    </Alert>
  );
}

function ScenarioList({ items, label }: { items: readonly ScenarioView[]; label: string }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const duration = useDuration();
  return (
    <Box component="ul" aria-label={label} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {items.map(({ key, scenario, changedBy }) => (
        <Box component="li" key={key} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Link component={RouterLink} to={`/drills/scenarios/${key}`} sx={{ fontWeight: 600 }}>
            {say(scenario.name)}
          </Link>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {say(scenario.description)}
          </Typography>
          <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
            {[
              t('drills.scenario.injects', { count: scenario.injects.length }),
              t('drills.scenario.lasts', { duration: duration(lengthOf(scenario)) }),
              ...(changedBy ? [changedBy.name] : []),
            ].join(' · ')}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
