import Chip from '@mui/material/Chip';

interface TopicChipsProps {
  topicIds: readonly string[];
  topics: ReadonlyMap<string, string>;
  /** Further topics are counted, and long names cut; all of it is shown where this is left out. */
  most?: number;
}

export function TopicChips({ topicIds, topics, most = Infinity }: TopicChipsProps) {
  const names = topicIds.flatMap((id) => topics.get(id) ?? []);
  const hidden = names.length - most;
  return (
    <>
      {names.slice(0, most).map((name) => (
        <Chip
          key={name}
          label={name}
          variant="outlined"
          title={name}
          sx={{ height: 20, maxWidth: Number.isFinite(most) ? 180 : '100%', fontSize: '0.75rem' }}
        />
      ))}
      {hidden > 0 ? (
        <Chip label={`+${hidden}`} variant="outlined" sx={{ height: 20, fontSize: '0.75rem' }} />
      ) : null}
    </>
  );
}
