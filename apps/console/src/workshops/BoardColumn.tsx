import DissolveIcon from '@mui/icons-material/LayersClear';
import RenameIcon from '@mui/icons-material/Edit';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cluster, Harvest, Item } from '#contract/workshops';
import { useFormat } from '../i18n/format.js';
import type { BoardAsk } from './BoardDialogs.js';
import { BoardItem } from './BoardItem.js';
import { ITEM_TYPE } from './item-type.js';

interface BoardColumnProps {
  /** Null: what belongs to no group. */
  cluster: Cluster | null;
  clusters: readonly Cluster[];
  items: readonly Item[];
  harvest: readonly Harvest[];
  arranges: boolean;
  onDrop: (itemId: string) => void;
  onMove: (item: Item, clusterId: string | null) => void;
  onAsk: (asked: BoardAsk) => void;
}

/** A group with its items, those with most dots first. */
export function BoardColumn({ cluster, items, arranges, onDrop, onAsk, ...rest }: BoardColumnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [over, setOver] = useState(false);
  const dots = items.reduce((sum, item) => sum + item.dots, 0);
  const title = cluster?.title ?? t('workshops.board.ungrouped');
  const carriesItem = (event: DragEvent) => event.dataTransfer.types.includes(ITEM_TYPE);
  return (
    <Box
      component="section"
      aria-label={title}
      onDragOver={(event: DragEvent) => {
        if (!arranges || !carriesItem(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        setOver(false);
        if (!arranges || !carriesItem(event)) return;
        event.preventDefault();
        onDrop(event.dataTransfer.getData(ITEM_TYPE));
      }}
      sx={{
        border: 1,
        borderStyle: cluster ? 'solid' : 'dashed',
        borderColor: over ? 'primary.main' : 'divider',
        bgcolor: over ? 'action.selected' : 'background.default',
        borderRadius: 1,
        p: 1,
        minHeight: 80,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 0.5 }}>
        <Typography variant="h3" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {dots > 0 ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('workshops.dots', { count: dots, number: format.number(dots) })}
          </Typography>
        ) : null}
        {cluster && arranges ? (
          <>
            <Tooltip title={t('workshops.board.rename')}>
              <IconButton
                size="small"
                aria-label={t('workshops.board.renameOf', { title })}
                onClick={() => onAsk({ kind: 'rename', cluster })}
              >
                <RenameIcon fontSize="small" />
              </IconButton>
            </Tooltip>
            <Tooltip title={t('workshops.board.dissolve')}>
              <IconButton
                size="small"
                aria-label={t('workshops.board.dissolveOf', { title })}
                onClick={() => onAsk({ kind: 'dissolve', cluster })}
              >
                <DissolveIcon fontSize="small" />
              </IconButton>
            </Tooltip>
          </>
        ) : null}
      </Box>
      <Box component="ul" aria-label={title} sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {[...items]
          .sort((a, b) => b.dots - a.dots || Number(a.id) - Number(b.id))
          .map((item) => (
            <BoardItem key={item.id} item={item} arranges={arranges} onAsk={onAsk} {...rest} />
          ))}
      </Box>
    </Box>
  );
}
