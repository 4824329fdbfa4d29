import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail, IncidentTask } from '#contract/crisis';
import { useMay } from '../session/session.js';
import { AddTaskDialog } from './AddTaskDialog.js';
import { TaskDialog } from './TaskDialog.js';
import { TaskRow } from './TaskRow.js';

/** What is done, by whom and by when: what is open and due first comes first. */
export function ChecklistTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<IncidentTask | null>(null);
  const works = may('incidents.take_part') && incident.state !== 'closed';
  const order = (task: IncidentTask) => (task.state === 'open' ? 0 : 1);
  const tasks = [...incident.tasks].sort(
    (one, other) => order(one) - order(other) || Date.parse(one.dueAt) - Date.parse(other.dueAt),
  );
  const counted = tasks.filter(({ state }) => state !== 'dropped');
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('incidents.tasksDone', {
            done: counted.filter(({ state }) => state === 'done').length,
            all: counted.length,
          })}
        </Typography>
        {works ? (
          <Button startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {t('incidents.addTask')}
          </Button>
        ) : null}
      </Box>
      <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            incidentId={incident.id}
            task={task}
            works={works}
            onChange={() => setChanging(task)}
          />
        ))}
      </Paper>
      {adding ? <AddTaskDialog incidentId={incident.id} onClose={() => setAdding(false)} /> : null}
      {changing ? (
        <TaskDialog incidentId={incident.id} task={changing} onClose={() => setChanging(null)} />
      ) : null}
    </Box>
  );
}
