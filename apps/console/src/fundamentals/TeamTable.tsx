import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { LESSONS } from '#rules/fundamentals';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { PersonName } from '../shared/PersonName.js';
import { LessonStateMark } from './LessonStateMark.js';
import type { TeamMember } from './team-groups.js';

/** A line for each person, a column for each lesson. */
export function TeamTable({ people }: { people: readonly TeamMember[] }) {
  const { t } = useTranslation();
  const say = useLocalised();
  return (
    <Section heading="h2" title={t('fundamentals.byPerson')}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('fundamentals.byPerson')}>
        <Table size="small" aria-label={t('fundamentals.byPerson')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('fundamentals.person')}</TableCell>
              {LESSONS.map(({ key, title }) => (
                <TableCell key={key} align="center" sx={{ minWidth: 96, verticalAlign: 'bottom' }}>
                  {say(title)}
                </TableCell>
              ))}
              <TableCell align="right">{t('fundamentals.lessonsCompleted')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {people.map((person) => (
              <TableRow key={person.id}>
                <TableCell component="th" scope="row">
                  <PersonName person={person} />
                </TableCell>
                {person.lessons.map(({ lesson, state }) => (
                  <TableCell key={lesson} align="center">
                    <LessonStateMark state={state} small />
                  </TableCell>
                ))}
                <TableCell align="right">
                  {t('fundamentals.ofTotal', { done: person.completed, total: person.lessons.length })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}
