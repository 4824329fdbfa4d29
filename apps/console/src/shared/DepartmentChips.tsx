import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { listDepartments } from '#contract/identity';
import { useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';

/** Departments by name. */
export function DepartmentChips({ departmentIds }: { departmentIds: readonly string[] }) {
  const name = useDepartmentName();
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {departmentIds.map((id) => (
        <Chip key={id} label={name(id)} variant="outlined" />
      ))}
    </Box>
  );
}

/** The departments of the workspace; read once in a while, they hardly change. */
export function useDepartments() {
  return useEndpoint(listDepartments, {}, { staleTime: 5 * 60_000 });
}

export function useDepartmentName(): (id: string) => string {
  const say = useLocalised();
  const departments = useDepartments().data?.items ?? [];
  return (id) => {
    const department = departments.find((one) => one.id === id);
    return department ? say(department.name) : '…';
  };
}
