import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { listTopicNames } from '#contract/topics';
import { useEndpoint } from '../api/use-endpoint.js';

interface TopicsFieldProps {
  label: string;
  /** Ids with commas between. */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A choice among the topics; none chosen: all that are active. */
export function TopicsField({ label, value, error, onChange }: TopicsFieldProps) {
  const { t } = useTranslation();
  const topics = useEndpoint(listTopicNames, {}).data?.items ?? [];
  const chosen = value.split(',').filter((id) => topics.some((topic) => topic.id === id));
  const names = topics.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <TextField
      select
      label={label}
      value={chosen}
      onChange={({ target }) => onChange([target.value].flat().join(','))}
      error={Boolean(error)}
      helperText={error ?? t('sources.topicsHint')}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: () => (names.length > 0 ? names.join(', ') : t('sources.allTopics')),
        },
      }}
    >
      {topics.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
