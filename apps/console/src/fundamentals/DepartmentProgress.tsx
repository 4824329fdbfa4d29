import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Department } from '#contract/identity';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { inDepartment, NO_DEPARTMENT, progressOf, type TeamMember } from './team-groups.js';

interface DepartmentProgressProps {
  people: readonly TeamMember[];
  departments: readonly Department[];
}

/** Each department in figures; its name opens who is counted. */
export function DepartmentProgress({ people, departments }: DepartmentProgressProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useLocalised();
  const groups = [
    ...departments.map(({ id, name }) => ({ id, name: say(name) })),
    { id: NO_DEPARTMENT, name: t('fundamentals.noDepartment') },
  ]
    .map((group) => ({ ...group, ...progressOf(people.filter((one) => inDepartment(one, group.id))) }))
    .filter((group) => group.people > 0);
  return (
    <Section heading="h2" title={t('fundamentals.byDepartment')}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('fundamentals.byDepartment')}>
        <Table size="small" aria-label={t('fundamentals.byDepartment')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('fundamentals.department')}</TableCell>
              <TableCell align="right">{t('fundamentals.people')}</TableCell>
              <TableCell align="right">{t('fundamentals.pathCompleted')}</TableCell>
              <TableCell align="right">{t('fundamentals.lessonsCompleted')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {groups.map((group) => (
              <TableRow key={group.id}>
                <TableCell component="th" scope="row">
                  <Link component={RouterLink} to={`?department=${group.id}`}>
                    {group.name}
                  </Link>
                </TableCell>
                <TableCell align="right">{format.number(group.people)}</TableCell>
                <TableCell align="right">{format.number(group.whole)}</TableCell>
                <TableCell align="right">
                  {t('fundamentals.ofTotal', { done: group.completed, total: group.possible })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}
