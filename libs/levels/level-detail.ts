import type { EntityManager } from 'typeorm';
import type { LevelDetail } from '#contract/levels';
import { salienceShare } from '#rules/stakeholders';
import { tokenizeText } from '#rules/topics';
import type { CrisisLevel } from '#rules/classification';
import { MINUTE_MS } from './advance-topic.js';
import { COMMON_WORDS } from './common-words.js';
import { manualOf, readTopicLevels, topicOf, viewScore } from './level-view.js';
import { currentSettings } from './settings-store.js';
import { readTopicMentions } from './topic-mentions.js';
import { scoreTopic, type TopicVolume } from './topic-score.js';
import type { CopyGroup, TopicMention } from './topic-voices.js';

type Realm = 'live' | 'training';

interface PostText {
  id: string;
  text: string;
  author: string | null;
  followers: number | null;
  level: CrisisLevel;
}

const SHOWN = { words: 20, authors: 8, stakeholders: 12, posts: 8, copies: 5 };
/** Words are counted in so many of the mentions that count, the most severe first. */
const READ_TEXTS = 600;

/** Everything that the level of a topic follows from at a moment: now, or any minute of the past. */
export async function readLevelDetail(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
  at: Date | null,
  now: Date,
): Promise<LevelDetail> {
  const topic = await topicOf(manager, topicId);
  const { settings, version } = await currentSettings(manager);
  const moment = at !== null && at < now ? at : now;
  const from = new Date(moment.getTime() - settings.recentMinutes * MINUTE_MS);
  const mentions = await readTopicMentions(manager, { topicId, realm }, from, moment);
  const { volume, level } = await volumeAt(manager, topicId, realm, moment);
  const score = scoreTopic(mentions, volume, moment.getTime(), settings);
  const [standing] = await readTopicLevels(manager, realm, topicId, now);
  const severest = [...mentions].sort((a, b) => b.severity - a.severity || b.at - a.at);
  const texts = await readTexts(manager, severest.slice(0, READ_TEXTS), from, moment);
  return {
    topic,
    standing: standing ?? null,
    manual: await manualOf(manager, topicId, realm),
    at: moment.toISOString(),
    level: at === null ? (standing?.level ?? 0) : level,
    score: viewScore(score),
    settingsVersion: version,
    from: from.toISOString(),
    words: commonestWords([...texts.values()].map(({ text }) => text)),
    authors: loudest(mentions, texts),
    stakeholders: speaking(mentions),
    networks: await readNetworks(manager, topicId, realm, from, moment),
    copies: score.copies.slice(0, SHOWN.copies).map((group) => viewCopies(group, texts)),
    posts: severest.slice(0, SHOWN.posts).flatMap((mention) => {
      const post = texts.get(mention.id);
      if (!post) return [];
      return [
        {
          id: mention.id,
          network: mention.network,
          author: mention.author,
          text: post.text,
          publishedAt: new Date(mention.at).toISOString(),
          severity: mention.severity,
          level: post.level,
        },
      ];
    }),
  };
}

/** The volume of the half-hour before a moment and the level that stood, from what was kept of the minutes. */
async function volumeAt(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
  moment: Date,
): Promise<{ volume: TopicVolume; level: CrisisLevel }> {
  const [row]: {
    velocity: number | null;
    level: CrisisLevel | null;
    expected: number | null;
    observed: number;
  }[] = await manager.query(
    `select last.velocity, last.level, around.expected, counted.observed
       from (select coalesce(sum(mentions), 0)::integer as observed from mention_counter
             where topic_id = $1 and realm = $2 and minute > $3::timestamptz - interval '30 minutes' and minute <= $3) counted
       left join lateral (
         select velocity, level from topic_minute where topic_id = $1 and realm = $2
           and minute <= $3::timestamptz - interval '1 minute'
           and minute > $3::timestamptz - interval '15 minutes' order by minute desc limit 1
       ) last on true
       left join lateral (
         select avg(expected) * 30 as expected from topic_minute
         where topic_id = $1 and realm = $2 and minute > $3::timestamptz - interval '30 minutes' and minute <= $3
       ) around on true`,
    [topicId, realm, moment],
  );
  return {
    volume: { velocity: row?.velocity ?? 0, observed: row?.observed ?? 0, expected: row?.expected ?? 0 },
    level: row?.level ?? 0,
  };
}

async function readTexts(
  manager: EntityManager,
  mentions: readonly TopicMention[],
  from: Date,
  to: Date,
): Promise<Map<string, PostText>> {
  if (mentions.length === 0) return new Map();
  const rows: PostText[] = await manager.query(
    `select id, left(text, 600) as text, coalesce(author_handle, author_name) as author, author_followers as followers, level
     from mention where id = any($1::bigint[]) and published_at between $2 and $3`,
    [mentions.map(({ id }) => id), from, to],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function readNetworks(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
  from: Date,
  to: Date,
): Promise<LevelDetail['networks']> {
  return manager.query(
    `select network, sum(mentions)::integer as mentions from mention_counter
     where topic_id = $1 and realm = $2 and minute > $3 and minute <= $4
     group by network having sum(mentions) > 0 order by 2 desc, 1`,
    [topicId, realm, from, to],
  );
}

/** Words that most of the texts use, each text once; words that every text uses say nothing and are left out. */
function commonestWords(texts: readonly string[]): LevelDetail['words'] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = new Set(tokenizeText(text).words.map((word) => word.toLowerCase()));
    for (const word of words) {
      if (word.length > 3 && !COMMON_WORDS.has(word) && !/^\d+$/.test(word))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, mentions]) => mentions > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, SHOWN.words)
    .map(([word, mentions]) => ({ word, mentions }));
}

function loudest(
  mentions: readonly TopicMention[],
  texts: ReadonlyMap<string, PostText>,
): LevelDetail['authors'] {
  const authors = new Map<string, LevelDetail['authors'][number]>();
  for (const { id, author, network, severity, voice } of mentions) {
    if (author === null) continue;
    const key = `${network} ${author}`;
    const known = authors.get(key);
    authors.set(key, {
      author,
      network,
      voice,
      followers: known?.followers ?? texts.get(id)?.followers ?? null,
      mentions: (known?.mentions ?? 0) + 1,
      severity: Math.max(known?.severity ?? 0, severity),
    });
  }
  return [...authors.values()]
    .sort(
      (a, b) => b.mentions - a.mentions || b.severity - a.severity || (b.followers ?? 0) - (a.followers ?? 0),
    )
    .slice(0, SHOWN.authors);
}

/** Stakeholders who speak, the most salient first. */
function speaking(mentions: readonly TopicMention[]): LevelDetail['stakeholders'] {
  const found = new Map<string, LevelDetail['stakeholders'][number]>();
  for (const { stakeholder } of mentions) {
    if (!stakeholder) continue;
    const known = found.get(stakeholder.id);
    found.set(stakeholder.id, { ...stakeholder, mentions: (known?.mentions ?? 0) + 1 });
  }
  return [...found.values()]
    .sort((a, b) => salienceShare(b.salience) - salienceShare(a.salience) || b.mentions - a.mentions)
    .slice(0, SHOWN.stakeholders);
}

function viewCopies(group: CopyGroup, texts: ReadonlyMap<string, PostText>): LevelDetail['copies'][number] {
  return {
    mentionId: group.mentionId,
    text: texts.get(group.mentionId)?.text ?? '',
    mentions: group.mentions,
    authors: group.authors,
    firstAt: new Date(group.firstAt).toISOString(),
    lastAt: new Date(group.lastAt).toISOString(),
    coordinated: group.coordinated,
  };
}
