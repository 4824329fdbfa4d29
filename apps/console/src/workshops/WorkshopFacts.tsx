import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { WorkshopDetail } from '#contract/workshops';
import { useFormat } from '../i18n/format.js';
import { languageName } from '../i18n/languages.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { Fact, Facts } from '../shared/Facts.js';
import { MethodSources } from './MethodSources.js';

/** What it is for. */
export function WorkshopFacts({ workshop }: { workshop: WorkshopDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useLocalised();
  const topics = useTopicNames();
  const { method } = workshop;
  const facts: [string, ReactNode][] = [
    [t('workshops.field.sponsor'), workshop.sponsor],
    [t('workshops.field.stake'), workshop.stake],
    [t('workshops.field.strategy'), workshop.strategy],
    [t('workshops.field.objective'), t(`workshops.objective.${workshop.objective}`)],
    [t('workshops.field.place'), t(`workshops.place.${workshop.place}`)],
    [t('workshops.field.people'), format.number(workshop.people)],
    [t('workshops.field.language'), languageName(workshop.language)],
    [t('workshops.field.plannedAt'), workshop.plannedAt === null ? '' : format.dateTime(workshop.plannedAt)],
    [
      t('workshops.field.topic'),
      workshop.topicId === null ? (
        ''
      ) : (
        <Link component={RouterLink} to={`/topics/${workshop.topicId}`}>
          {topics.get(workshop.topicId) ?? '…'}
        </Link>
      ),
    ],
    [t('workshops.field.method'), say(method.name)],
  ];
  return (
    <Section heading="h2" title={t('workshops.brief')}>
      <Facts>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value === '' ? '–' : value}
          </Fact>
        ))}
      </Facts>
      {method.sources.length > 0 ? <MethodSources method={method} /> : null}
    </Section>
  );
}
