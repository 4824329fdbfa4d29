import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { changeTask, type IncidentTask } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { CountDown } from './CountDown.js';
import { TOUCHED } from './touched.js';

interface TaskRowProps {
  incidentId: string;
  task: IncidentTask;
  /** Whether this person may tick it off. */
  works: boolean;
  onChange: () => void;
}

/** A line of the checklist. */
export function TaskRow({ incidentId, task, works, onChange }: TaskRowProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const labelId = useId();
  const change = useChange(changeTask, { touches: TOUCHED });
  const move = (state: IncidentTask['state']) =>
    change.mutate({ params: { incidentId, taskId: task.id }, body: { state } });
  const role = t(`incidents.role.${task.role}`);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'auto minmax(0, 1fr) auto',
        alignItems: 'start',
        gap: 1,
        px: 1,
        py: 0.75,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Checkbox
        checked={task.state === 'done'}
        disabled={!works || change.isPending || task.state === 'dropped'}
        onChange={() => move(task.state === 'done' ? 'open' : 'done')}
        slotProps={{ input: { 'aria-labelledby': labelId } }}
      />
      <Box sx={{ py: 0.75, minWidth: 0 }}>
        <Typography
          id={labelId}
          sx={{
            overflowWrap: 'anywhere',
            color: task.state === 'open' ? 'text.primary' : 'text.secondary',
            textDecoration: task.state === 'dropped' ? 'line-through' : undefined,
          }}
        >
          {say(task.label)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {task.owner
            ? `${task.owner.name} (${role})`
            : task.state === 'open'
              ? t('incidents.taskNobody', { role })
              : role}
          {' · '}
          {task.state === 'open' ? (
            <>
              {t('incidents.taskDue', { time: format.dateTime(task.dueAt) })}{' '}
              <CountDown instant={task.dueAt} />
            </>
          ) : task.done ? (
            t('incidents.taskDone', { time: format.dateTime(task.done.at), name: task.done.by.name })
          ) : (
            t('incidents.taskDropped', { reason: task.note ?? '' })
          )}
          {task.note && task.state !== 'dropped' ? ` · ${task.note}` : ''}
        </Typography>
        <ProblemAlert error={change.error} sx={{ mt: 1 }} />
      </Box>
      {works ? (
        task.state === 'open' ? (
          <Button
            size="small"
            onClick={onChange}
            aria-label={`${t('common.edit')}${t('common.colon')}${say(task.label)}`}
          >
            {t('common.edit')}
          </Button>
        ) : (
          <Button size="small" loading={change.isPending} onClick={() => move('open')}>
            {t('incidents.takeUp')}
          </Button>
        )
      ) : (
        <span />
      )}
    </Box>
  );
}
