import AddIcon from '@mui/icons-material/Add';
import EarlierIcon from '@mui/icons-material/KeyboardArrowUp';
import LaterIcon from '@mui/icons-material/KeyboardArrowDown';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  changeScenario,
  type Inject,
  listScenarios,
  readDrillScenario,
  type ScenarioView,
  type Targets,
} from '#contract/drills';
import { listPlaybooks } from '#contract/crisis';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { Section } from '../inbox/Section.js';
import { UnsavedGuard } from '../library/UnsavedGuard.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { Choice } from '../workshops/BriefFields.js';
import { NumberField } from '../workshops/NumberField.js';
import { InjectFields } from './InjectFields.js';
import { inOrder, newInject } from './scenario-draft.js';
import { ScenarioTimeline } from './ScenarioTimeline.js';

/** Changes a scenario along its timeline; one inject is open at a time. */
export function ScenarioEditor({ view }: { view: ScenarioView }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const navigate = useNavigate();
  // What the person saw when they began: a colleague's change meanwhile is told, not written over.
  const [seen] = useState(view);
  const [draft, setDraft] = useState(view.scenario);
  const [open, setOpen] = useState<string | null>(null);
  const leaving = useRef(false);
  const address = `/drills/scenarios/${view.key}`;
  const save = useChange(changeScenario, {
    touches: [listScenarios, readDrillScenario],
    onDone: () => {
      leaving.current = true;
      void navigate(address);
    },
  });
  const errors = useFieldErrors(save.error);
  const playbooks = useEndpoint(listPlaybooks, {}).data?.items ?? [];
  const setInjects = (injects: readonly Inject[]) =>
    setDraft((now) => ({ ...now, injects: inOrder(injects) }));
  const change = (key: string, part: Partial<Inject>) =>
    setInjects(draft.injects.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const setTargets = (part: Partial<Targets>) =>
    setDraft((now) => ({ ...now, targets: { ...now.targets, ...part } }));
  const shift = (inject: Inject, seconds: number) =>
    change(inject.key, { atSeconds: Math.min(86_400, Math.max(0, inject.atSeconds + seconds)) });
  const { targets } = draft;
  const minutes = (seconds: number) => Math.round(seconds / 60);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ params: { key: view.key }, body: { revision: seen.revision, scenario: draft } });
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <PageHeader title={say(draft.name)} lead={t('drills.scenario.edit')} />
      <UnsavedGuard unsaved={JSON.stringify(draft) !== JSON.stringify(seen.scenario)} leaving={leaving} />
      <Section heading="h2" title={t('drills.scenario.name')}>
        <Box sx={FIELDS}>
          {(['fr', 'en'] as const).map((language) => (
            <TextField
              key={`name ${language}`}
              required
              label={t(language === 'fr' ? 'drills.scenario.nameFr' : 'drills.scenario.nameEn')}
              value={draft.name[language]}
              error={errors[`scenario.name.${language}`] !== undefined}
              helperText={errors[`scenario.name.${language}`]}
              onChange={({ target }) =>
                setDraft({ ...draft, name: { ...draft.name, [language]: target.value } })
              }
              slotProps={{ htmlInput: { maxLength: 120, lang: language } }}
            />
          ))}
          {(['fr', 'en'] as const).map((language) => (
            <TextField
              key={`description ${language}`}
              multiline
              label={t(language === 'fr' ? 'drills.scenario.descriptionFr' : 'drills.scenario.descriptionEn')}
              value={draft.description[language]}
              onChange={({ target }) =>
                setDraft({ ...draft, description: { ...draft.description, [language]: target.value } })
              }
              slotProps={{ htmlInput: { maxLength: 600, lang: language } }}
            />
          ))}
          <Choice
            label={t('drills.scenario.crisisType')}
            value={draft.crisisType}
            options={[
              ...playbooks.map(({ key, name }) => [key, say(name)] as const),
              ...(playbooks.some(({ key }) => key === draft.crisisType)
                ? []
                : [[draft.crisisType, draft.crisisType] as const]),
            ]}
            onChange={(crisisType) => setDraft({ ...draft, crisisType })}
          />
        </Box>
      </Section>
      <Section heading="h2" title={t('drills.scenario.targets')}>
        <Box sx={FIELDS}>
          <NumberField
            label={t('drills.scenario.detection')}
            value={minutes(targets.detectionSeconds)}
            least={1}
            most={1440}
            onChange={(value) => setTargets({ detectionSeconds: value * 60 })}
          />
          <NumberField
            label={t('drills.scenario.holding')}
            value={minutes(targets.holdingStatementSeconds ?? 0)}
            least={0}
            most={1440}
            onChange={(value) => setTargets({ holdingStatementSeconds: value === 0 ? null : value * 60 })}
          />
          <NumberField
            label={t('drills.scenario.acknowledge')}
            value={minutes(targets.acknowledgeSeconds)}
            least={1}
            most={1440}
            onChange={(value) => setTargets({ acknowledgeSeconds: value * 60 })}
          />
          <NumberField
            label={t('drills.scenario.level')}
            value={targets.level}
            least={0}
            most={4}
            onChange={(level) => setTargets({ level })}
          />
        </Box>
      </Section>
      <Section heading="h2" title={t('drills.scenario.timeline')}>
        <ScenarioTimeline
          scenario={draft}
          actions={(inject, index) => (
            <>
              <IconButton
                size="small"
                aria-label={`${t('drills.inject.earlier')} (${index + 1})`}
                disabled={inject.atSeconds < 60}
                onClick={() => shift(inject, -60)}
              >
                <EarlierIcon />
              </IconButton>
              <IconButton
                size="small"
                aria-label={`${t('drills.inject.later')} (${index + 1})`}
                onClick={() => shift(inject, 60)}
              >
                <LaterIcon />
              </IconButton>
              <Button
                size="small"
                aria-expanded={open === inject.key}
                aria-label={
                  open === inject.key
                    ? `${t('drills.inject.close')} (${index + 1})`
                    : `${t('drills.scenario.edit')} (${index + 1}, ${inject.author.name})`
                }
                onClick={() => setOpen(open === inject.key ? null : inject.key)}
              >
                {t(open === inject.key ? 'drills.inject.close' : 'drills.scenario.edit')}
              </Button>
            </>
          )}
          form={(inject, index) =>
            open === inject.key ? (
              <InjectFields
                inject={inject}
                earlier={draft.injects.slice(0, index)}
                errors={errors}
                path={`scenario.injects.${index}`}
                onChange={(part) => change(inject.key, part)}
                onRemove={
                  draft.injects.length > 1
                    ? () => setInjects(draft.injects.filter(({ key }) => key !== inject.key))
                    : null
                }
              />
            ) : null
          }
        />
        <Button
          startIcon={<AddIcon />}
          disabled={draft.injects.length >= 100}
          onClick={() => {
            const added = newInject(draft.injects);
            setInjects([...draft.injects, added]);
            setOpen(added.key);
          }}
          sx={{ mt: 1 }}
        >
          {t('drills.scenario.addInject')}
        </Button>
      </Section>
      <ProblemAlert error={save.error} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={() => void navigate(address)}>{t('common.cancel')}</Button>
        <Button type="submit" variant="contained" loading={save.isPending}>
          {t('drills.scenario.save')}
        </Button>
      </Box>
    </Box>
  );
}

const FIELDS = {
  display: 'grid',
  gap: 2,
  pt: 1,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
} as const;
