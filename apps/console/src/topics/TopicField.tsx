import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { SxProps } from '@mui/material/styles';
import { useTopicNames } from '../inbox/use-topics.js';

interface TopicFieldProps {
  label: string;
  /** What stands there while no topic is chosen. */
  none: string;
  value: string | undefined;
  onChoose: (topicId: string | undefined) => void;
  sx?: SxProps;
}

/** So many are drawn; the others are found by typing. */
const filterOptions = createFilterOptions<string>({ limit: 100 });

/** One topic or none, found by its name among however many. */
export function TopicField({ label, none, value, onChoose, sx }: TopicFieldProps) {
  const names = useTopicNames();
  return (
    <Autocomplete
      size="small"
      options={[...names.keys()]}
      value={value !== undefined && names.has(value) ? value : null}
      getOptionLabel={(id) => names.get(id) ?? id}
      filterOptions={filterOptions}
      onChange={(_, topicId) => onChoose(topicId ?? undefined)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={none}
          slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
        />
      )}
      sx={sx ?? {}}
    />
  );
}
