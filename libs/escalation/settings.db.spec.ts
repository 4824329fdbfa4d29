import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import type { PolicyFields } from './contract.js';
import { DutyService } from './duty.service.js';
import { type EscalationWorkspace, escalationWorkspace } from './escalation.fixture.js';
import { openEscalation } from './open-escalation.js';
import { PoliciesService } from './policies.service.js';
import { readEscalationDetail } from './read-escalation.js';
import { TalkService } from './talk.service.js';

// A busy machine is no failure.
let workspace: EscalationWorkspace;
let legal: string;
let pr: string;
let lawyer: Actor;
let spokesperson: Actor;
let crisisLead: Actor;
let duty: DutyService;
let policies: PoliciesService;
let talk: TalkService;
let escalationId: string;

beforeAll(async () => {
  workspace = await escalationWorkspace();
  [legal, pr] = [await workspace.department('legal'), await workspace.department('pr')];
  lawyer = await workspace.person('Helene', 'approver', legal);
  spokesperson = await workspace.person('Antoine', 'approver', pr);
  crisisLead = await workspace.person('Julien', 'crisis_lead');
  duty = new DutyService(workspace.dataSource);
  policies = new PoliciesService(workspace.dataSource, {
    mail: { smtpUrl: 'smtp://localhost', from: 'p@lumen.example' },
  });
  talk = new TalkService(workspace.dataSource);
  const opened = await openEscalation(
    workspace.dataSource.manager,
    {
      subjectType: 'topic',
      subjectId: '1',
      realm: 'live',
      level: 1,
      topicIds: [],
      question: 'What do we say?',
      departmentIds: [legal, pr],
      openedBy: null,
    },
    new Date(),
  );
  escalationId = opened.id;
});
afterAll(() => workspace.close());

const fields = (change: Partial<Parameters<DutyService['change']>[2]> = {}) => ({
  leadId: null,
  deputyIds: [],
  timeZone: 'Europe/Paris',
  quietFrom: null,
  quietUntil: null,
  holidays: [],
  rota: null,
  version: 0,
  acceptGaps: false,
  ...change,
});

describe('a department’s duty', () => {
  it('with a gap is refused with where the gap is, and accepted when that is meant', async () => {
    const rota = {
      kind: 'custom' as const,
      shifts: [{ weekday: 1, from: '08:00', until: '18:00', personId: lawyer.personId }],
    };
    await expect(duty.change(lawyer, legal, fields({ rota }))).rejects.toMatchObject({
      code: 'rota-gap',
      params: { from: 'Mon 00:00', until: 'Mon 08:00' },
    });
    const changed = await duty.change(lawyer, legal, fields({ rota, acceptGaps: true }));
    expect(changed).toMatchObject({ version: 1, gaps: [{ from: 0, until: 480 }, expect.anything()] });
  });

  it('that somebody else changed meanwhile, of another department, or with bad values is refused', async () => {
    const refused = (given: object, actor = lawyer) =>
      expect(duty.change(actor, legal, fields({ version: 1, ...given }))).rejects;
    await refused({ version: 0 }).toMatchObject({ code: 'changed-meanwhile' });
    await refused({}, spokesperson).toMatchObject({ code: 'not-your-department' });
    await refused({ timeZone: 'Mars/Olympus' }).toMatchObject({ code: 'unknown-time-zone' });
    await refused({ quietFrom: '20:00' }).toMatchObject({ code: 'quiet-hours-incomplete' });
    await refused({ quietFrom: '20:00', quietUntil: '20:00' }).toMatchObject({ code: 'quiet-hours-all-day' });
    await refused({ leadId: '999' }).toMatchObject({ code: 'unknown-person', errors: [{ field: 'leadId' }] });
  });

  it('can be followed as a calendar by whoever has its address, until that is renewed', async () => {
    await duty.addOverride(lawyer, legal, {
      personId: crisisLead.personId,
      replacesId: null,
      startsAt: '2026-06-02T10:00:00Z',
      endsAt: '2026-06-02T12:00:00Z',
      reason: 'Training',
    });
    const { calendarPath } = await duty.renewCalendar(lawyer, legal);
    const token = calendarPath!.split('/').at(-1)!;
    const text = await duty.calendar(token, new Date('2026-06-01T00:00:00Z'));
    expect(text).toContain('DTSTART:20260601T060000Z');
    expect(text).toContain('SUMMARY:Julien');
    await duty.renewCalendar(lawyer, legal);
    await expect(duty.calendar(token)).rejects.toMatchObject({ code: 'calendar-not-found' });
    expect((await duty.list(spokesperson))[0]).toMatchObject({ calendarPath: null, mayChange: false });
  });
});

describe('a policy', () => {
  const policy = (change: Partial<PolicyFields>): PolicyFields => ({
    name: 'Ordinary',
    description: '',
    topicId: null,
    levelMin: 0,
    levelMax: 4,
    salience: [],
    isDefault: false,
    active: true,
    decideMinutes: 30,
    steps: [{ targets: [{ kind: 'role', role: 'crisis_lead' }], delayMinutes: 10, repeat: 0 }],
    ...change,
  });

  it('that can reach nobody is refused', async () => {
    const steps = [
      { targets: [{ kind: 'department' as const, departmentId: pr }], delayMinutes: 5, repeat: 0 },
    ];
    await expect(policies.create(crisisLead, policy({ steps }))).rejects.toMatchObject({
      code: 'policy-reaches-nobody',
      errors: [{ field: 'steps' }],
    });
  });

  it('is the default alone: another takes its place, and it cannot simply be dropped', async () => {
    const first = await policies.create(crisisLead, policy({ isDefault: true }));
    const { id: _, updatedAt: __, emptySteps: ___, open: ____, ...rest } = first;
    await expect(policies.change(crisisLead, first.id, { ...rest, isDefault: false })).rejects.toMatchObject({
      code: 'default-needed',
    });
    await policies.create(crisisLead, policy({ name: 'Other', isDefault: true }));
    expect((await policies.list()).filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual([
      'Other',
    ]);
    await expect(policies.create(crisisLead, policy({ name: 'OTHER' }))).rejects.toMatchObject({
      code: 'policy-name-taken',
    });
  });

  it('says who would be asked when, from any moment on', async () => {
    const { steps } = await policies.preview({
      steps: [
        { targets: [{ kind: 'asked_on_call' }], delayMinutes: 10, repeat: 0 },
        { targets: [{ kind: 'role', role: 'crisis_lead' }], delayMinutes: 20, repeat: 0 },
      ],
      decideMinutes: 30,
      departmentId: legal,
      level: 1,
      at: '2026-06-01T09:00:00Z',
      stakeholderId: null,
    });
    expect(
      steps.map(({ at, people }) => `${at.slice(11, 16)} ${people.map(({ name }) => name).join(' ')}`),
    ).toEqual(['09:00 Helene', '09:10 Julien', '09:30 Helene Julien', '09:40 Julien']);
  });

  it('names the means by which each would be told at that moment and level, by what they have chosen', async () => {
    await workspace.dataSource.query(
      `insert into notification_preference (person_id, kinds, quiet_from, quiet_until, time_zone)
       values ($1, '{"escalation.louder": {"mail": false}}', '22:00', '07:00', 'Europe/Paris')`,
      [lawyer.personId],
    );
    await workspace.dataSource.query(
      `insert into push_subscription (person_id, endpoint, p256dh, auth, label)
       values ($1, 'https://push.example/1', 'x', 'y', 'phone')`,
      [lawyer.personId],
    );
    await workspace.dataSource.query(
      `insert into notification_channel (kind, name, department_id, sealed_address, host, kinds, min_level, locale)
       values ('slack', 'Legal room', $1, '', 'slack.example', '{escalation.asked}', 2, 'fr'),
         ('slack', 'Room of PR', $2, '', 'slack.example', '{escalation.asked}', 0, 'fr')`,
      [legal, pr],
    );
    const at = '2026-06-01T21:30:00Z';
    const morning = '2026-06-02T05:00:00.000Z';
    const previewed = async (level: number) => {
      const steps = [
        { targets: [{ kind: 'person' as const, personId: lawyer.personId }], delayMinutes: 10, repeat: 0 },
      ];
      return (
        await policies.preview({
          steps,
          decideMinutes: 30,
          departmentId: null,
          level,
          at,
          stakeholderId: null,
        })
      ).steps;
    };
    const [calm, louder] = await previewed(1);
    expect(calm).toMatchObject({
      people: [
        {
          channels: [
            { by: 'console', at: null },
            { by: 'mail', at: morning },
            { by: 'push', at: morning },
          ],
        },
      ],
      rooms: [],
    });
    // Of the second round they want no mail; it is still night.
    expect(louder?.people.find(({ id }) => id === lawyer.personId)?.channels).toEqual([
      { by: 'console', at: null },
      { by: 'push', at: morning },
    ]);
    const [crisis] = await previewed(3);
    expect(crisis).toMatchObject({
      people: [
        {
          channels: [
            { by: 'console', at: null },
            { by: 'mail', at: null },
            { by: 'push', at: null },
          ],
        },
      ],
      rooms: [{ name: 'Legal room' }],
    });
  });
});

describe('notes and files', () => {
  const seenBy = (actor: Actor) => readEscalationDetail(workspace.dataSource.manager, actor, escalationId);

  it('that are private to a department are seen by its members alone, and named to nobody else', async () => {
    await talk.comment(lawyer, escalationId, { text: 'Admit nothing', mentionedIds: [], privateTo: legal });
    await talk.attach(lawyer, escalationId, { name: 'opinion.txt', content: Buffer.from('secret') }, legal);
    expect((await seenBy(lawyer)).comments.map(({ text }) => text)).toEqual(['Admit nothing']);
    for (const other of [spokesperson, crisisLead]) {
      const { comments, attachments } = await seenBy(other);
      expect([comments, attachments]).toEqual([[], []]);
    }
    const [file] = (await seenBy(lawyer)).attachments;
    await expect(talk.attachment(spokesperson, file!.id)).rejects.toMatchObject({
      code: 'attachment-not-found',
    });
    expect((await talk.attachment(lawyer, file!.id)).content.toString()).toBe('secret');
    const recorded = await workspace.dataSource.query(
      `select reason, after from audit_entry where action in ('escalation.commented', 'escalation.attached')`,
    );
    expect(JSON.stringify(recorded)).not.toMatch(/Admit nothing|opinion/);
  });

  it('cannot be private to a department of others, nor name somebody who would not see them', async () => {
    const say = (change: object) =>
      talk.comment(lawyer, escalationId, { text: 'x', mentionedIds: [], privateTo: legal, ...change });
    await expect(say({ privateTo: pr })).rejects.toMatchObject({ code: 'not-your-department' });
    await expect(say({ mentionedIds: [spokesperson.personId] })).rejects.toMatchObject({
      code: 'unknown-person',
    });
  });

  it('tell colleagues who are named', async () => {
    await talk.comment(lawyer, escalationId, {
      text: 'Can you look?',
      mentionedIds: [spokesperson.personId],
      privateTo: null,
    });
    const notices = await workspace.dataSource.query(
      `select person_ids as "personIds", link from notice where kind = 'escalation.mentioned'`,
    );
    expect(notices).toEqual([{ personIds: [spokesperson.personId], link: `/escalations/${escalationId}` }]);
  });

  it('of a kind that is not allowed are refused by their content, whatever the name says', async () => {
    await expect(
      talk.attach(lawyer, escalationId, { name: 'photo.png', content: Buffer.from('<html>') }, null),
    ).rejects.toMatchObject({ code: 'file-type-not-allowed', errors: [{ field: 'file' }] });
  });
});
