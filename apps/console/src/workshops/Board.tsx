import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrangeItem, type Cluster, type Harvest, type Item } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { BoardColumn } from './BoardColumn.js';
import { BoardDialogs, type BoardAsk } from './BoardDialogs.js';
import type { RoomView } from './room-state.js';

interface BoardProps {
  view: RoomView;
  /** What was made of items already. */
  harvest: readonly Harvest[];
  /** May arrange; others look on. */
  arranges: boolean;
}

/** What was written, in groups: moved by dragging, or from the menu of each item. */
export function Board({ view, harvest, arranges }: BoardProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<BoardAsk | null>(null);
  const { hall, items, clusters } = view;
  const arrange = useChange(arrangeItem);
  const move = (item: Item, clusterId: string | null) => {
    if (item.clusterId !== clusterId)
      arrange.mutate({ params: { workshopId: hall.id, itemId: item.id }, body: { clusterId } });
  };
  const columns: (Cluster | null)[] = [null, ...clusters];
  return (
    <Section
      heading="h2"
      title={t('workshops.board.title', { count: items.length })}
      action={
        arranges ? (
          <Button startIcon={<AddIcon />} onClick={() => setAsked({ kind: 'cluster', item: null })}>
            {t('workshops.board.newCluster')}
          </Button>
        ) : null
      }
    >
      <ProblemAlert error={arrange.error} />
      {items.length === 0 && clusters.length === 0 ? (
        <EmptyState title={t('workshops.board.none')} text={t('workshops.board.noneText')} />
      ) : (
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            alignItems: 'start',
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              sm: 'repeat(auto-fill, minmax(230px, 1fr))',
            },
          }}
        >
          {columns.map((cluster) => (
            <BoardColumn
              key={cluster?.id ?? 'none'}
              cluster={cluster}
              clusters={clusters}
              items={items.filter(({ clusterId }) => clusterId === (cluster?.id ?? null))}
              harvest={harvest}
              arranges={arranges}
              onDrop={(itemId) => {
                const item = items.find(({ id }) => id === itemId);
                if (item) move(item, cluster?.id ?? null);
              }}
              onMove={move}
              onAsk={setAsked}
            />
          ))}
        </Box>
      )}
      {asked ? <BoardDialogs asked={asked} hall={hall} onClose={() => setAsked(null)} /> : null}
    </Section>
  );
}
