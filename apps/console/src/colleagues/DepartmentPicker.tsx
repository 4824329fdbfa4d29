import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';

interface DepartmentPickerProps {
  label: string;
  value: readonly string[];
  disabled?: boolean;
  onChange: (ids: string[]) => void;
}

/** Departments to choose from. */
export function DepartmentPicker({ label, value, disabled = false, onChange }: DepartmentPickerProps) {
  const name = useDepartmentName();
  const departments = useDepartments().data?.items ?? [];
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      size="small"
      disabled={disabled}
      options={departments.map(({ id }) => id)}
      value={[...value]}
      getOptionLabel={name}
      onChange={(_, ids) => onChange(ids)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}
