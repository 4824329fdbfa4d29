import {
  listAuthorProposals,
  listIncidentStakeholders,
  listMoves,
  listRules,
  listStakeholderAuthors,
  listStakeholderNotes,
  listStakeholders,
  listTold,
  readMentionStakeholder,
  readStakeholder,
  readVoice,
} from '#contract/stakeholders';

/** What any change of a stakeholder makes stale. */
export const TOUCHED = [
  listAuthorProposals,
  listIncidentStakeholders,
  listMoves,
  listRules,
  listStakeholderAuthors,
  listStakeholderNotes,
  listStakeholders,
  listTold,
  readMentionStakeholder,
  readStakeholder,
  readVoice,
];
