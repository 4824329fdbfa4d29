import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { readDashboardWork } from '#contract/dashboard';
import type { ResponseOf } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { countedAddress, type DashboardScope } from './dashboard-scope.js';
import { useFigureWords } from './use-figure-words.js';

interface DepartmentTableProps {
  work: ResponseOf<typeof readDashboardWork>;
  scope: DashboardScope;
}

/** What waits for each department, and how fast it decides; each number opens what it counts. */
export function DepartmentTable({ work, scope }: DepartmentTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value } = useFigureWords();
  const departmentName = useDepartmentName();
  const cases = (departmentId: string, measure: string) =>
    `/escalations?${new URLSearchParams({
      ...{ measure, departmentId, realm: scope.realm },
      ...(scope.topicId === undefined ? {} : { topicId: scope.topicId }),
    })}`;
  const figure = (count: number, address: string) =>
    count === 0 ? (
      '0'
    ) : (
      <Link component={RouterLink} to={address}>
        {format.number(count)}
      </Link>
    );
  return (
    <Section heading="h2" title={t('dashboard.workTitle')}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('dashboard.workTitle')}>
        <Table size="small" aria-label={t('dashboard.workTitle')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('dashboard.department')}</TableCell>
              <TableCell align="right">{t('dashboard.openCases')}</TableCell>
              <TableCell align="right">{t('dashboard.overdueCases')}</TableCell>
              <TableCell align="right">{t('dashboard.waitingAnswers')}</TableCell>
              <TableCell align="right">{t('dashboard.decidedAnswers')}</TableCell>
              <TableCell align="right">{t('dashboard.medianDecision')}</TableCell>
              <TableCell align="right">{t('dashboard.people')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {work.departments.map((line) => (
              <TableRow key={line.departmentId}>
                <TableCell component="th" scope="row">
                  {departmentName(line.departmentId)}
                </TableCell>
                <TableCell align="right">{figure(line.open, cases(line.departmentId, 'open'))}</TableCell>
                <TableCell align="right">
                  {figure(line.overdue, cases(line.departmentId, 'overdue'))}
                </TableCell>
                <TableCell align="right">
                  {figure(line.waiting, `/library?awaitingDepartmentId=${line.departmentId}`)}
                </TableCell>
                <TableCell align="right">
                  {figure(
                    line.decided,
                    countedAddress('approvals', scope, work.range, { departmentId: line.departmentId }),
                  )}
                </TableCell>
                <TableCell align="right">{value('approvalMedian', line.median)}</TableCell>
                <TableCell align="right">{figure(line.people, '/people')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}
