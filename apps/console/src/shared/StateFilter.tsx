import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface StateFilterProps<State extends string> {
  label: string;
  /** For all of them. */
  any: string;
  states: readonly State[];
  word: (state: State) => string;
  value: State | undefined;
  onChange: (state: State | undefined) => void;
}

/** Narrows a list to one state of its life. */
export function StateFilter<State extends string>({
  label,
  any,
  states,
  word,
  value,
  onChange,
}: StateFilterProps<State>) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(states.find((one) => one === target.value))}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      sx={{ mb: 2, minWidth: 200 }}
    >
      <MenuItem value="">{any}</MenuItem>
      {states.map((one) => (
        <MenuItem key={one} value={one}>
          {word(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}
