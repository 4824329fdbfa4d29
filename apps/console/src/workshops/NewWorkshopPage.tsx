import BackIcon from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { createWorkshop, readWorkshop, type WorkshopDetail } from '#contract/workshops';
import { LOCALES } from '#platform/contract';
import { advise, cautions, planOfMethod } from '#rules/workshops';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { Section } from '../inbox/Section.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { AdviceCard } from './AdviceCard.js';
import { briefOf, emptyBrief, LONGEST_TITLE, type WorkshopBrief } from './brief.js';
import { BriefFields } from './BriefFields.js';
import { CompareMethods } from './CompareMethods.js';
import { TOUCHED } from './touched.js';
import { useMethods } from './use-methods.js';

/**
 * From what is wanted to a method; `?from=12` begins with the brief and the plan of another workshop, `?topicId=3&title=…`
 * with what it is about.
 */
export function NewWorkshopPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const from = search.get('from');
  const reading = useEndpoint(
    readWorkshop,
    { params: { workshopId: from ?? '' } },
    { enabled: from !== null, staleTime: Infinity },
  );
  return (
    <PageBody wide>
      <Button component={RouterLink} to="/workshops" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('workshops.back')}
      </Button>
      <PageHeader title={t('workshops.advice.title')} lead={t('workshops.advice.lead')} />
      {from !== null && reading.isPending ? <LoadingState rows={4} /> : null}
      {reading.error ? <ErrorState error={reading.error} /> : null}
      {from === null || reading.data ? (
        <Adviser
          before={reading.data ?? null}
          about={{
            topicId: search.get('topicId'),
            title: (search.get('title') ?? '').slice(0, LONGEST_TITLE),
          }}
        />
      ) : null}
    </PageBody>
  );
}

function Adviser({
  before,
  about,
}: {
  before: WorkshopDetail | null;
  about: Pick<WorkshopBrief, 'topicId' | 'title'>;
}) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [brief, setBrief] = useState(() =>
    before
      ? { ...briefOf(before), plannedAt: null }
      : { ...emptyBrief(LOCALES.find((one) => one === i18n.language) ?? 'fr'), ...about },
  );
  const [compared, setCompared] = useState<readonly string[]>([]);
  const create = useChange(createWorkshop, {
    touches: TOUCHED,
    onDone: ({ id }) => void navigate(`/workshops/${id}`),
  });
  const errors = useFieldErrors(create.error);
  const methods = useMethods();
  const advice = advise(methods.inUse, brief).flatMap((one) => {
    const method = methods.inUse.find(({ key }) => key === one.methodKey);
    return method ? [{ method, advice: one }] : [];
  });
  const pair = advice.filter(({ method }) => compared.includes(method.key));
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(320px, 5fr) minmax(0, 7fr)' },
      }}
    >
      <Section heading="h2" title={t('workshops.brief')}>
        <BriefFields
          brief={brief}
          errors={errors}
          onChange={(change) => setBrief((now) => ({ ...now, ...change }))}
        />
      </Section>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography variant="h2">{t('workshops.advice.methods')}</Typography>
        {cautions(brief).map((caution) => (
          <Alert key={caution} severity="warning">
            {t(`workshops.advice.caution.${caution}`)}
          </Alert>
        ))}
        {methods.error ? <ErrorState error={methods.error} onRetry={methods.retry} /> : null}
        <ProblemAlert error={create.error} shownFields={Object.keys(errors)} />
        {before ? (
          <Section
            title={t('workshops.advice.again')}
            action={
              <Button
                variant="outlined"
                loading={create.isPending}
                onClick={() => {
                  const { methodKey, plan, rooms } = before;
                  create.mutate({ body: { ...brief, methodKey, plan, rooms } });
                }}
              >
                {t('workshops.advice.useAgain')}
              </Button>
            }
          >
            <Typography variant="body2">
              {t('workshops.advice.againText', { title: before.title })}
            </Typography>
          </Section>
        ) : null}
        {pair.length === 2 ? <CompareMethods compared={pair} /> : null}
        {advice.map(({ method, advice: one }) => (
          <AdviceCard
            key={method.key}
            method={method}
            own={methods.own.find(({ key }) => key === method.key) ?? null}
            advice={one}
            compared={compared.includes(method.key)}
            enough={compared.length >= 2}
            busy={create.isPending}
            onCompare={(checked) =>
              setCompared((now) => (checked ? [...now, method.key] : now.filter((key) => key !== method.key)))
            }
            onUse={() =>
              create.mutate({
                body: {
                  ...brief,
                  methodKey: method.key,
                  plan: planOfMethod(method, brief.language, brief.place, brief.minutes),
                  rooms: [],
                },
              })
            }
          />
        ))}
      </Box>
    </Box>
  );
}
