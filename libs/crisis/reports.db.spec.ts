import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReportDetail } from './contract.js';
import { CrisisWorld } from './crisis.fixture.js';
import { zipEntries } from './zip-entries.fixture.js';

let world: CrisisWorld;
let incidentId: string;
beforeAll(async () => {
  world = await CrisisWorld.make();
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ id: incidentId } = await world.declare(await world.topic()));
});

const write = (kind: 'fact' | 'unknown' | 'decision', text: string) =>
  world.incidents.write(world.lead, incidentId, { kind, text, basis: '', nextCheckAt: null, refersTo: null });
const at = (report: ReportDetail) => ({ incidentId, reportId: report.id });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const edited = (report: ReportDetail, fr: string) => ({
  ...report.sections,
  situation: { fr, en: 'Edited: the stations are shut – 12% of the fleet' },
});

it('is drafted from what is written, with corrections instead of what they correct', async () => {
  const { tasks } = await world.incidents.read(incidentId);
  const wrong = await write('fact', 'Two injured');
  await world.incidents.write(world.lead, incidentId, {
    ...{ kind: 'fact', text: 'Three injured', basis: 'hospital', nextCheckAt: null },
    refersTo: { entryId: wrong.logId!, as: 'corrects' },
  });
  await write('unknown', 'Why the cell burned');
  await write('decision', 'Stations are shut');
  await world.incidents.changeTask(world.lead, { incidentId, taskId: tasks[0]!.id }, { state: 'done' });
  const report = await world.reports.draft(world.manager, incidentId);
  expect(report).toMatchObject({ number: 1, state: 'draft', version: 1, savedBy: null });
  expect(report.data).toMatchObject({ level: 3, tasksDone: 1, tasksOpen: tasks.length - 1 });
  expect(report.sections.known.en).toContain('Three injured');
  expect(report.sections.known.en).not.toContain('Two injured');
  expect(report.sections.unknown.fr).toContain('Why the cell burned');
  expect(report.sections.decisions.en).toContain('Stations are shut');
  expect(report.sections.done.fr).toContain(tasks[0]!.label.fr);
});

it('keeps each version; one who edits an older one is told', async () => {
  const drafted = await world.reports.draft(world.lead, incidentId);
  const sections = edited(drafted, 'Écrit par Julien');
  const saved = await world.reports.save(world.lead, at(drafted), { version: 1, sections });
  expect(saved).toMatchObject({ version: 2, savedBy: { name: 'Julien' }, sections });
  await expect(
    world.reports.save(world.manager, at(drafted), { version: 1, sections }),
  ).rejects.toMatchObject({ code: 'changed-meanwhile' });
  await expect(
    world.reports.save(world.manager, at(drafted), { version: 2, sections }),
  ).rejects.toMatchObject({ code: 'nothing-to-change' });
  expect((await world.reports.read(at(drafted), 1)).sections).toEqual(drafted.sections);
  await expect(world.reports.read(at(drafted), 9)).rejects.toMatchObject({ code: 'version-not-found' });
  const afresh = await world.reports.draft(world.lead, incidentId);
  expect(afresh).toMatchObject({ id: drafted.id, version: 3, savedBy: null });
  expect(afresh.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
});

it('is sent once, to people, and fixed from then on; the next is planned', async () => {
  const drafted = await world.reports.draft(world.lead, incidentId);
  const personIds = [world.deputy.personId, world.manager.personId];
  const nextReportAt = inAnHour();
  const body = { version: 1, personIds, nextReportAt };
  await expect(
    world.reports.send(world.lead, at(drafted), { ...body, nextReportAt: '2020-01-01T00:00:00Z' }),
  ).rejects.toMatchObject({ errors: [{ field: 'nextReportAt' }] });
  await expect(
    world.reports.send(world.lead, at(drafted), { ...body, personIds: ['999999'] }),
  ).rejects.toMatchObject({ errors: [{ field: 'personIds.0' }] });
  const results = await Promise.allSettled(
    [world.lead, world.manager].map((actor) => world.reports.send(actor, at(drafted), body)),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const sent = await world.reports.read(at(drafted));
  expect(sent).toMatchObject({ state: 'sent', recipients: 2, nextReportAt });
  expect(sent.delivery.map(({ person, mail }) => `${person.name} ${mail}`)).toEqual([
    'Maud waiting',
    'Tom waiting',
  ]);
  expect((await world.incidents.read(incidentId)).nextReportAt).toBe(nextReportAt);
  expect(await world.notices('incident.report')).toMatchObject([
    { link: `/incidents/${incidentId}/reports/${drafted.id}` },
  ]);
  const sections = edited(sent, 'trop tard');
  await expect(world.reports.save(world.lead, at(drafted), { version: 1, sections })).rejects.toMatchObject({
    code: 'report-sent',
  });
  expect(await world.reports.draft(world.lead, incidentId)).toMatchObject({ number: 2, state: 'draft' });
});

it('is a PDF that can be read, in French and English, with its fonts and charts', async () => {
  const drafted = await world.reports.draft(world.lead, incidentId);
  const saved = await world.reports.save(world.lead, at(drafted), {
    version: 1,
    sections: edited(drafted, 'Écrit à la main : « œuvre », 12 % du parc'),
  });
  const french = await world.reports.file(at(saved), file('pdf', 'fr'));
  expect(french).toMatchObject({
    mediaType: 'application/pdf',
    name: `point-de-situation-${incidentId}-1.pdf`,
  });
  const text = await textOfPdf(french.content);
  for (const words of ['Batteries that burn', 'Écrit à la main : « œuvre », 12 % du parc', 'version 2'])
    expect(text).toContain(words);
  const english = await textOfPdf((await world.reports.file(at(saved), file('pdf', 'en'))).content);
  expect(english).toContain('Edited: the stations are shut – 12% of the fleet');
  expect(english).not.toContain('Écrit');
  await expect(
    world.reports.file(at(saved), { ...file('pdf', 'fr'), timeZone: 'Mars/Olympus' }),
  ).rejects.toMatchObject({ errors: [{ field: 'timeZone', code: 'unknown-time-zone' }] });
});

it('of a drill says so on every page, in the file and in the notice; one of a real incident does not', async () => {
  const { id } = await world.declare(await world.topic(3), { realm: 'training' });
  const drill = await world.reports.draft(world.lead, id);
  const where = { incidentId: id, reportId: drill.id };
  const text = await textOfPdf((await world.reports.file(where, file('pdf', 'fr'))).content);
  expect(text).toContain('EXERCICE – rien n’y est réel Batteries that burn');
  expect(text).toMatch(/EXERCICE – rien n’y est réel · Batteries that burn · 1\/\d/);
  const entries = zipEntries((await world.reports.file(where, file('docx', 'en'))).content);
  expect(entries.get('word/document.xml')!.toString()).toContain('EXERCISE');
  expect([...entries].find(([path]) => /footer\d*\.xml$/.test(path))?.[1].toString()).toContain('EXERCISE');
  await world.reports.send(world.lead, where, {
    ...{ version: 1, personIds: [world.deputy.personId], nextReportAt: null },
  });
  const [notice]: { params: Record<string, string> }[] = await world.dataSource.query(
    `select params from notice where link = $1`,
    [`/incidents/${id}/reports/${drill.id}`],
  );
  expect(notice?.params).toMatchObject({ exercise_fr: 'EXERCICE' });
  const real = await world.reports.draft(world.lead, incidentId);
  const realText = await textOfPdf((await world.reports.file(at(real), file('pdf', 'fr'))).content);
  expect(realText).not.toContain('EXERCICE');
  expect(realText).toMatch(/Batteries that burn · 1\/\d/);
});

it('is a Word file with its words and pictures of its charts', async () => {
  const drafted = await world.reports.draft(world.lead, incidentId);
  const { content, name } = await world.reports.file(at(drafted), file('docx', 'fr'));
  expect(name).toBe(`point-de-situation-${incidentId}-1.docx`);
  const entries = zipEntries(content);
  const body = entries.get('word/document.xml')!.toString();
  expect(body).toContain('Batteries that burn');
  expect(body).toContain(drafted.sections.situation.fr.split('\n')[0]!.replaceAll('&', '&amp;').slice(0, 20));
  const pictures = [...entries].filter(([path]) => path.startsWith('word/media/'));
  expect(pictures.filter(([path]) => path.endsWith('.svg'))).toHaveLength(2);
  const pngs = pictures.filter(([path]) => path.endsWith('.png'));
  expect(pngs).toHaveLength(2);
  for (const [, bytes] of pngs) expect(bytes.subarray(1, 4).toString()).toBe('PNG');
});

const file = (format: 'pdf' | 'docx', language: 'fr' | 'en') => ({
  format,
  language,
  timeZone: 'Europe/Paris',
});

async function textOfPdf(content: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(content), useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await pdf.destroy();
  return pages.join(' ').replaceAll(/\s+/g, ' ');
}
