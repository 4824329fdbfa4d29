import TextField from '@mui/material/TextField';

interface InstantFieldProps {
  label: string;
  /** As `datetime-local` has it. */
  value: string;
  required?: boolean;
  helperText?: string;
  onChange: (value: string) => void;
}

/** A day and a time in the browser's own time zone. */
export function InstantField({ label, value, required, helperText, onChange }: InstantFieldProps) {
  return (
    <TextField
      type="datetime-local"
      fullWidth
      label={label}
      value={value}
      required={required}
      helperText={helperText}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
