import type { OpenIncident } from '#crisis';
import type { Locale } from '#platform/contract';
import { french } from '#platform/typography';
import type { WaitingKind } from '#rules/crisis';
import { shortened } from './situation-lines.js';

const MOST_INCIDENTS = 3;

/** What an incident waits for, in the middle of a sentence. */
const WAITS: Record<Locale, Record<WaitingKind, string>> = {
  en: {
    lead: 'somebody who leads',
    posts: 'a second person for a post',
    statement: 'the first holding statement',
    report: 'the situation report',
    roles: 'roles to be accepted',
    tasks: 'open lines of the checklist',
    checks: 'things to be checked',
    review: 'the review',
    freeze: 'the release of publications',
    close: 'being closed',
    conclude: 'the review to begin',
  },
  fr: {
    lead: 'quelqu’un pour diriger',
    posts: 'une seconde personne pour un message',
    statement: 'le premier message d’attente',
    report: 'le point de situation',
    roles: 'des rôles à accepter',
    tasks: 'des tâches ouvertes',
    checks: 'des points à vérifier',
    review: 'le retour d’expérience',
    freeze: 'la levée du gel des publications',
    close: 'd’être clos',
    conclude: 'le début du retour d’expérience',
  },
};
const WORDS: Record<Locale, Record<'open' | 'waits' | 'late' | 'nobody' | 'leads' | 'none', string>> = {
  en: {
    open: 'Open incident: ',
    waits: 'waits for',
    late: 'overdue',
    nobody: 'nobody leads yet',
    leads: 'led by',
    none: 'No incident is open.',
  },
  fr: {
    open: french`Incident ouvert : `,
    waits: 'attend',
    late: 'en retard',
    nobody: 'personne ne dirige encore',
    leads: 'dirigé par',
    none: 'Aucun incident n’est ouvert.',
  },
};

/** Each open incident in a line: its name, who leads, and the most pressing of what it waits for. */
export function incidentLines(incidents: readonly OpenIncident[], locale: Locale): string[] {
  const words = WORDS[locale];
  const lines = incidents.slice(0, MOST_INCIDENTS).map(({ title, lead, waitsFor: [first] }) => {
    const waits = first && `${words.waits} ${WAITS[locale][first.kind]}`;
    const said = [
      `${words.open}${shortened(title)}`,
      lead === null ? words.nobody : `${words.leads} ${lead.name}`,
      ...(waits ? [first.overdue ? `${waits} (${words.late})` : waits] : []),
    ];
    return `${said.join(' – ')}.`;
  });
  const more = incidents.length - MOST_INCIDENTS;
  if (more > 0) lines.push(locale === 'fr' ? `Et ${more} de plus.` : `And ${more} more.`);
  return lines.length === 0 ? [words.none] : lines;
}
