import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Method } from '#contract/workshops';
import type { Advice } from '#rules/workshops';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { ReasonList } from './ReasonList.js';

/** Two methods beside each other. */
export function CompareMethods({ compared }: { compared: readonly { method: Method; advice: Advice }[] }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const rows: { name: string; cell: (one: { method: Method; advice: Advice }) => ReactNode }[] = [
    {
      name: t('workshops.advice.fit'),
      cell: ({ advice }) =>
        t('workshops.advice.verdictOf', {
          verdict: t(`workshops.advice.verdict.${advice.verdict}`),
          score: advice.score,
        }),
    },
    { name: t('workshops.advice.reasons'), cell: ({ advice }) => <ReasonList advice={advice} /> },
    {
      name: t('workshops.field.people'),
      cell: ({ method: { fit } }) => t('workshops.advice.range', fit.people),
    },
    {
      name: t('workshops.field.minutes'),
      cell: ({ method: { fit } }) => t('workshops.advice.range', fit.minutes),
    },
    {
      name: t('workshops.phases'),
      cell: ({ method }) => method.phases.map(({ title }) => say(title)).join(' → '),
    },
    { name: t('workshops.rules'), cell: ({ method }) => method.rules.map(say).join(' ') },
    { name: t('workshops.advice.harvest'), cell: ({ method }) => say(method.harvest) },
  ];
  return (
    <Section heading="h2" title={t('workshops.advice.comparison')}>
      {/* Reached by keyboard where it has to be scrolled. */}
      <TableContainer tabIndex={0} role="region" aria-label={t('workshops.advice.comparison')}>
        <Table size="small" sx={{ minWidth: 480, '& td, & th': { verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              <TableCell />
              {compared.map(({ method }) => (
                <TableCell key={method.key} component="th" scope="col">
                  {say(method.name)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ name, cell }) => (
              <TableRow key={name}>
                <TableCell component="th" scope="row">
                  {name}
                </TableCell>
                {compared.map((one) => (
                  <TableCell key={one.method.key}>{cell(one)}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Section>
  );
}
