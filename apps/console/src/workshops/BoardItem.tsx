import MoreIcon from '@mui/icons-material/MoreVert';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cluster, Harvest, Item } from '#contract/workshops';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import type { BoardAsk } from './BoardDialogs.js';
import { ITEM_TYPE } from './item-type.js';

interface BoardItemProps {
  item: Item;
  clusters: readonly Cluster[];
  harvest: readonly Harvest[];
  arranges: boolean;
  onMove: (item: Item, clusterId: string | null) => void;
  onAsk: (asked: BoardAsk) => void;
}

/** One thing that somebody wrote; its menu does by keyboard and touch whatever dragging does. */
export function BoardItem({ item, clusters, harvest, arranges, onMove, onAsk }: BoardItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const choose = (run: () => void) => () => {
    close();
    run();
  };
  const became = new Set(harvest.filter(({ itemId }) => itemId === item.id).map(({ kind }) => kind));
  return (
    <Box
      component="li"
      draggable={arranges}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData(ITEM_TYPE, item.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 0.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 1,
        py: 0.75,
        cursor: arranges ? 'grab' : undefined,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {item.text}
        </Typography>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {[
            t(`workshops.kind.${item.kind}`),
            item.author?.name ?? t('workshops.anonymous'),
            ...(item.dots > 0
              ? [t('workshops.dots', { count: item.dots, number: format.number(item.dots) })]
              : []),
          ].join(' · ')}
        </Typography>
        {[...became].map((kind) => (
          <Chip
            key={kind}
            size="small"
            color="success"
            variant="outlined"
            label={t(`workshops.became.${kind}`)}
          />
        ))}
      </Box>
      {arranges || may('answers.write') || may('stakeholders.write') ? (
        <IconButton
          size="small"
          aria-label={t('workshops.board.menuOf', { text: item.text.slice(0, 60) })}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <MoreIcon fontSize="small" />
        </IconButton>
      ) : null}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {arranges ? <ListSubheader role="presentation">{t('workshops.board.moveTo')}</ListSubheader> : null}
        {arranges
          ? clusters
              .filter(({ id }) => id !== item.clusterId)
              .map((cluster) => (
                <MenuItem key={cluster.id} onClick={choose(() => onMove(item, cluster.id))}>
                  {cluster.title}
                </MenuItem>
              ))
          : null}
        {arranges ? (
          <MenuItem onClick={choose(() => onAsk({ kind: 'cluster', item }))}>
            {t('workshops.board.newClusterMenu')}
          </MenuItem>
        ) : null}
        {arranges && item.clusterId !== null ? (
          <MenuItem onClick={choose(() => onMove(item, null))}>{t('workshops.board.outOfCluster')}</MenuItem>
        ) : null}
        {arranges ? <Divider /> : null}
        {may('answers.write') && !became.has('answer') ? (
          <MenuItem onClick={choose(() => onAsk({ kind: 'answer', item }))}>
            {t('workshops.harvest.toAnswer')}
          </MenuItem>
        ) : null}
        {may('answers.write') && !became.has('message') ? (
          <MenuItem onClick={choose(() => onAsk({ kind: 'message', item }))}>
            {t('workshops.harvest.toMessage')}
          </MenuItem>
        ) : null}
        {may('stakeholders.write') ? (
          <MenuItem onClick={choose(() => onAsk({ kind: 'note', item }))}>
            {t('workshops.harvest.toNote')}
          </MenuItem>
        ) : null}
        {arranges ? (
          <MenuItem onClick={choose(() => onAsk({ kind: 'action', item }))}>
            {t('workshops.harvest.toAction')}
          </MenuItem>
        ) : null}
        {arranges ? (
          <MenuItem onClick={choose(() => onAsk({ kind: 'hide', item }))}>
            {t('workshops.board.hide')}
          </MenuItem>
        ) : null}
      </Menu>
    </Box>
  );
}
