import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { changeWorkshop, type Plan, type WorkshopDetail } from '#contract/workshops';
import { fitPhases, minutesOf } from '#rules/workshops';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { Section } from '../inbox/Section.js';
import { LinesField } from '../library/LinesField.js';
import { UnsavedGuard } from '../library/UnsavedGuard.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { contentOf } from './brief.js';
import { BriefFields } from './BriefFields.js';
import { NumberField } from './NumberField.js';
import { movedPhase, newPhase, tidied } from './plan-draft.js';
import { PhaseFields } from './PhaseFields.js';
import { RoleFields } from './RoleFields.js';
import { RoomFields } from './RoomFields.js';
import { TOUCHED } from './touched.js';

/** Adapts brief, plan and rooms; what has begun stays. */
export function EditWorkshop({ workshop }: { workshop: WorkshopDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // What the person saw when they began: a colleague's change meanwhile is told, not written over.
  const [seen] = useState(workshop);
  const [content, setContent] = useState(() => contentOf(workshop));
  const leaving = useRef(false);
  const address = `/workshops/${workshop.id}`;
  const save = useChange(changeWorkshop, {
    touches: TOUCHED,
    onDone: () => {
      leaving.current = true;
      void navigate(address);
    },
  });
  const errors = useFieldErrors(save.error);
  const { plan, rooms } = content;
  const begun = new Set(workshop.runs.map(({ phaseKey }) => phaseKey));
  const setPlan = (part: Partial<Plan>) => setContent((now) => ({ ...now, plan: { ...now.plan, ...part } }));
  const changed = JSON.stringify(content) !== JSON.stringify(contentOf(seen));
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          params: { workshopId: workshop.id },
          body: { ...content, plan: tidied(plan), revision: seen.revision },
        });
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <UnsavedGuard unsaved={changed} leaving={leaving} />
      <Section heading="h2" title={t('workshops.brief')}>
        <BriefFields
          brief={content}
          errors={errors}
          onChange={(change) => setContent((now) => ({ ...now, ...change }))}
        />
      </Section>
      <Section
        heading="h2"
        title={t('workshops.phases')}
        action={
          begun.size === 0 ? (
            <Button onClick={() => setPlan({ phases: fitPhases(plan.phases, content.minutes) })}>
              {t('workshops.plan.fit', { count: content.minutes })}
            </Button>
          ) : null
        }
      >
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {plan.phases.map((phase, index) => (
            <PhaseFields
              key={phase.key}
              phase={phase}
              number={index + 1}
              begun={begun.has(phase.key)}
              first={index === 0 || begun.has(plan.phases[index - 1]?.key ?? '')}
              last={index === plan.phases.length - 1}
              onChange={(next) =>
                setPlan({ phases: plan.phases.map((one) => (one.key === phase.key ? next : one)) })
              }
              onMove={(step) => setPlan({ phases: movedPhase(plan.phases, index, step) })}
              onRemove={() => setPlan({ phases: plan.phases.filter(({ key }) => key !== phase.key) })}
            />
          ))}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Button
              startIcon={<AddIcon />}
              onClick={() =>
                setPlan({ phases: [...plan.phases, newPhase(plan.phases, t('workshops.plan.newPhase'))] })
              }
            >
              {t('workshops.plan.addPhase')}
            </Button>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('workshops.total', { count: minutesOf(plan.phases) })}
            </Typography>
          </Box>
        </Box>
      </Section>
      <Section heading="h2" title={t('workshops.plan.rest')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <LinesField
            label={t('workshops.rules')}
            hint={t('workshops.plan.rulesHint')}
            lines={plan.rules}
            onChange={(rules) => setPlan({ rules })}
          />
          <RoleFields roles={plan.roles} onChange={(roles) => setPlan({ roles })} />
          <TextField
            multiline
            label={t('workshops.roomPlan')}
            value={plan.roomPlan}
            onChange={({ target }) => setPlan({ roomPlan: target.value })}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          <Box
            sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', maxWidth: 420 }}
          >
            <NumberField
              label={t('workshops.plan.dots')}
              value={plan.dots}
              least={0}
              most={50}
              onChange={(dots) => setPlan({ dots })}
            />
            <NumberField
              label={t('workshops.plan.dotsPerItem')}
              value={plan.dotsPerItem}
              least={1}
              most={50}
              onChange={(dotsPerItem) => setPlan({ dotsPerItem })}
            />
          </Box>
        </Box>
      </Section>
      <Section heading="h2" title={t('workshops.plan.rooms')}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
          {t('workshops.plan.roomsText')}
        </Typography>
        <RoomFields
          rooms={rooms}
          errors={errors}
          onChange={(next) => setContent((now) => ({ ...now, rooms: next }))}
        />
      </Section>
      <ProblemAlert error={save.error} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={() => void navigate(address)}>{t('common.cancel')}</Button>
        <Button type="submit" variant="contained" loading={save.isPending}>
          {t('workshops.save')}
        </Button>
      </Box>
    </Box>
  );
}
