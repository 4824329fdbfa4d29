import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PolicyStep, type PreviewedStep, previewPolicy } from '#contract/escalation';
import { listStakeholders } from '#contract/stakeholders';
import { call } from '../api/client.js';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useQuery } from '@tanstack/react-query';
import { useDebounced } from '../shared/use-debounced.js';
import { LEVEL_CODES, LEVEL_NUMBERS } from '../theme/levels.js';

/** For any moment: who would be asked, when, and through which channel, if nobody answered. */
export function PolicyPreview({
  steps,
  decideMinutes,
}: {
  steps: readonly PolicyStep[];
  decideMinutes: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const departmentName = useDepartmentName();
  const departments = useDepartments().data?.items ?? [];
  const [at, setAt] = useState(() => toLocalField(new Date().toISOString()));
  const [departmentId, setDepartmentId] = useState('');
  const [level, setLevel] = useState(2);
  const [stakeholderId, setStakeholderId] = useState('');
  const asksOwner = steps.some(({ targets }) => targets.some(({ kind }) => kind === 'stakeholder_owner'));
  const stakeholders = useEndpoint(listStakeholders, { query: { realm: 'live' } }, { enabled: asksOwner });
  const asked = departmentId || departments[0]?.id || null;
  const body = useDebounced(
    {
      steps: [...steps],
      decideMinutes,
      departmentId: asked,
      level,
      at: fromLocalField(at),
      stakeholderId: asksOwner ? stakeholderId || null : null,
    },
    300,
  );
  const preview = useQuery({
    queryKey: [previewPolicy.path, body],
    enabled: body.at !== null && body.departmentId !== null,
    queryFn: ({ signal }) => call(previewPolicy, { body: { ...body, at: body.at ?? '' } }, { signal }),
    placeholderData: (previous) => previous,
  });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h3">{t('duty.preview')}</Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
        <TextField
          size="small"
          type="datetime-local"
          label={t('duty.previewAt')}
          value={at}
          onChange={(event) => setAt(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          select
          size="small"
          label={t('duty.previewDepartment')}
          value={asked ?? ''}
          onChange={(event) => setDepartmentId(event.target.value)}
        >
          {departments.map(({ id }) => (
            <MenuItem key={id} value={id}>
              {departmentName(id)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={t('duty.previewLevel')}
          value={level}
          onChange={(event) => setLevel(Number(event.target.value))}
        >
          {LEVEL_NUMBERS.map((number) => (
            <MenuItem key={number} value={number}>
              {number} · {t(`vocabulary.level.${LEVEL_CODES[number]}`)}
            </MenuItem>
          ))}
        </TextField>
        {asksOwner ? (
          <TextField
            select
            size="small"
            label={t('duty.previewStakeholder')}
            value={stakeholderId}
            onChange={(event) => setStakeholderId(event.target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('duty.previewNoStakeholder')}</MenuItem>
            {(stakeholders.data?.items ?? []).map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
      </Box>
      <ProblemAlert error={stakeholders.error} />
      <ProblemAlert error={preview.error} />
      <Box component="ol" sx={{ m: 0, paddingInlineStart: 3, display: 'grid', gap: 0.75 }}>
        {(preview.data?.steps ?? []).map((step) => (
          <Box
            component="li"
            key={`${step.round}.${step.step}.${step.repetition}`}
            sx={{ typography: 'body2' }}
          >
            <strong>{format.dateTime(step.at)}</strong>
            {step.loudness > 0 ? ` · ${t('escalations.louder', { round: step.round })}` : ''} :{' '}
            {step.people.length === 0
              ? t('duty.previewNobody')
              : step.people
                  .map(
                    (person) =>
                      `${person.name} (${t(`escalations.because.${person.because}`)} · ${means(person.channels)})`,
                  )
                  .join(', ')}
            {step.rooms.length > 0
              ? ` · ${t('duty.previewRooms', { rooms: format.list(step.rooms.map(({ name }) => name)) })}`
              : ''}
          </Box>
        ))}
      </Box>
    </Box>
  );

  /** In the console, and by what each has chosen; with the time where that is later than the step. */
  function means(channels: PreviewedStep['people'][number]['channels']): string {
    return format.list(
      channels.map(({ by, at }) =>
        at === null
          ? t(`duty.channel.${by}`)
          : t('duty.channelLater', { means: t(`duty.channel.${by}`), when: format.dateTime(at) }),
      ),
    );
  }
}
