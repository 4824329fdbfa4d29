import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import { useTranslation } from 'react-i18next';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';

interface DepartmentChoiceProps {
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Which departments have to approve what begins here as a draft. */
export function DepartmentChoice({ chosen, onChange }: DepartmentChoiceProps) {
  const { t } = useTranslation();
  const name = useDepartmentName();
  const departments = useDepartments().data?.items ?? [];
  return (
    <FormGroup aria-label={t('workshops.harvest.departments')} role="group">
      {departments.map(({ id }) => (
        <FormControlLabel
          key={id}
          label={name(id)}
          control={
            <Checkbox
              checked={chosen.includes(id)}
              onChange={(_, checked) =>
                onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
          }
        />
      ))}
    </FormGroup>
  );
}
