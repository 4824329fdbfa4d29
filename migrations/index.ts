import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { SuggestionCorrections1764100001000 } from './1764100001000-suggestion-corrections.js';
import { Library1764100002000 } from './1764100002000-library.js';
import { AnswerRequests1764100003000 } from './1764100003000-answer-requests.js';
import { Outbox1764100004000 } from './1764100004000-outbox.js';
import { Levels1764100006000 } from './1764100006000-levels.js';
import { Escalation1764100007000 } from './1764100007000-escalation.js';
import { Notifications1764100008000 } from './1764100008000-notifications.js';
import { EscalationsByThemselves1764200001000 } from './1764200001000-escalations-by-themselves.js';
import { Crisis1764200002000 } from './1764200002000-crisis.js';
import { Dashboard1764200003000 } from './1764200003000-dashboard.js';
import { Networks1764200004000 } from './1764200004000-networks.js';
import { Contacts1764200005000 } from './1764200005000-contacts.js';
import { Messages1764200006000 } from './1764200006000-messages.js';
import { Workshops1764200007000 } from './1764200007000-workshops.js';
import { MentionsByAuthor1764200009000 } from './1764200009000-mentions-by-author.js';
import { AccessUntil1764300010000 } from './1764300010000-access-until.js';
import { NetworkQuota1764300020000 } from './1764300020000-network-quota.js';
import { Stakeholders1764300030000 } from './1764300030000-stakeholders.js';
import { Drills1764300040000 } from './1764300040000-drills.js';
import { CoarserTallies1764300050000 } from './1764300050000-coarser-tallies.js';
import { ReplyFacts1764300051000 } from './1764300051000-reply-facts.js';
import { TopicLists1764300052000 } from './1764300052000-topic-lists.js';
import { Fundamentals1764300060000 } from './1764300060000-fundamentals.js';
import { Colleagues1764300070000 } from './1764300070000-colleagues.js';
import { SourceStreams1764300080000 } from './1764300080000-source-streams.js';
import { StreamMarks1764300090000 } from './1764300090000-stream-marks.js';
import { FeedHosts1764300100000 } from './1764300100000-feed-hosts.js';
import { AccessTold1764300101000 } from './1764300101000-access-told.js';
import { Crm1764300110000 } from './1764300110000-crm.js';
import { WorkshopHarvest1764300120000 } from './1764300120000-workshop-harvest.js';
import { WorkshopMethods1764300121000 } from './1764300121000-workshop-methods.js';
import { PoliciesBySalience1764300130000 } from './1764300130000-policies-by-salience.js';
import { ContactReminders1764300131000 } from './1764300131000-contact-reminders.js';
import { FiguresInTime1764300140000 } from './1764300140000-figures-in-time.js';
import { EditedPosts1764300150000 } from './1764300150000-edited-posts.js';
import { SourceFollowing1764300160000 } from './1764300160000-source-following.js';
import { WatchedOfInstagram1764300161000 } from './1764300161000-watched-of-instagram.js';
import { DeliveriesAndRounds1764300162000 } from './1764300162000-deliveries-and-rounds.js';
import { DrillPictures1764300170000 } from './1764300170000-drill-pictures.js';
import { StakeholderNotesByHand1764300171000 } from './1764300171000-stakeholder-notes.js';
import { PostsOfIncidents1764300180000 } from './1764300180000-posts-of-incidents.js';
import { InboxInTime1764300190000 } from './1764300190000-inbox-in-time.js';
import { SumsByNetworkAndLanguage1764300191000 } from './1764300191000-sums-by-network-and-language.js';
import { StandingFigures1764300200000 } from './1764300200000-standing-figures.js';
import { PausesAndRulesLeft1764300210000 } from './1764300210000-pauses-and-rules-left.js';
import { MessageFiguresInTime1764300220000 } from './1764300220000-message-figures-in-time.js';
import { OverdueEscalations1764300221000 } from './1764300221000-overdue-escalations.js';
import { RepliesOfTopicsByAnswer1764300222000 } from './1764300222000-replies-of-topics-by-answer.js';
import { EndsOfDrills1764300240000 } from './1764300240000-ends-of-drills.js';

/** Every migration, oldest first: one linear history. */
export const MIGRATIONS = [
  FirstSchema1764000000000,
  SuggestionCorrections1764100001000,
  Library1764100002000,
  AnswerRequests1764100003000,
  Outbox1764100004000,
  Levels1764100006000,
  Escalation1764100007000,
  Notifications1764100008000,
  EscalationsByThemselves1764200001000,
  Crisis1764200002000,
  Dashboard1764200003000,
  Networks1764200004000,
  Contacts1764200005000,
  Messages1764200006000,
  Workshops1764200007000,
  MentionsByAuthor1764200009000,
  AccessUntil1764300010000,
  NetworkQuota1764300020000,
  Stakeholders1764300030000,
  Drills1764300040000,
  CoarserTallies1764300050000,
  ReplyFacts1764300051000,
  TopicLists1764300052000,
  Fundamentals1764300060000,
  Colleagues1764300070000,
  SourceStreams1764300080000,
  StreamMarks1764300090000,
  FeedHosts1764300100000,
  AccessTold1764300101000,
  Crm1764300110000,
  WorkshopHarvest1764300120000,
  WorkshopMethods1764300121000,
  PoliciesBySalience1764300130000,
  ContactReminders1764300131000,
  FiguresInTime1764300140000,
  EditedPosts1764300150000,
  SourceFollowing1764300160000,
  WatchedOfInstagram1764300161000,
  DeliveriesAndRounds1764300162000,
  DrillPictures1764300170000,
  StakeholderNotesByHand1764300171000,
  PostsOfIncidents1764300180000,
  InboxInTime1764300190000,
  SumsByNetworkAndLanguage1764300191000,
  StandingFigures1764300200000,
  PausesAndRulesLeft1764300210000,
  MessageFiguresInTime1764300220000,
  OverdueEscalations1764300221000,
  RepliesOfTopicsByAnswer1764300222000,
  EndsOfDrills1764300240000,
];
