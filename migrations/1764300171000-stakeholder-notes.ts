import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes on stakeholders are written by hand too; a correction is a version of its own behind the first. */
export class StakeholderNotesByHand1764300171000 implements MigrationInterface {
  readonly name = 'StakeholderNotesByHand1764300171000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stakeholder_note
        alter column workshop_id drop not null,
        add column first_id bigint constraint stakeholder_note_first references stakeholder_note,
        add column version integer not null default 1,
        add constraint stakeholder_note_origin check (workshop_id is not null or said_by is null),
        add constraint stakeholder_note_corrected
          check (case when first_id is null then version = 1 else version > 1 and workshop_id is null end),
        add constraint stakeholder_note_version unique (first_id, version);
    `);
  }

  /** Only while nothing was written by hand: what was would have nowhere to go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stakeholder_note
        drop constraint stakeholder_note_origin,
        drop column version,
        drop column first_id,
        alter column workshop_id set not null;
    `);
  }
}
