import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  arrangeItem,
  changeCluster,
  type Cluster,
  createCluster,
  deleteCluster,
  type Hall,
  type Item,
} from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ActionDialog } from './ActionDialog.js';
import { DraftDialog } from './DraftDialog.js';
import { MessageDialog } from './MessageDialog.js';
import { NoteDialog } from './NoteDialog.js';

/** What the board asks before it does something. */
export type BoardAsk =
  | { kind: 'cluster'; item: Item | null }
  | { kind: 'rename' | 'dissolve'; cluster: Cluster }
  | { kind: 'answer' | 'message' | 'note' | 'action' | 'hide'; item: Item };

interface BoardDialogsProps {
  asked: BoardAsk;
  hall: Pick<Hall, 'id'>;
  onClose: () => void;
}

export function BoardDialogs({ asked, hall, onClose }: BoardDialogsProps) {
  switch (asked.kind) {
    case 'cluster':
      return <NewCluster workshopId={hall.id} item={asked.item} onClose={onClose} />;
    case 'rename':
      return <Rename workshopId={hall.id} cluster={asked.cluster} onClose={onClose} />;
    case 'dissolve':
      return <Dissolve workshopId={hall.id} cluster={asked.cluster} onClose={onClose} />;
    case 'answer':
      return <DraftDialog workshopId={hall.id} item={asked.item} onClose={onClose} />;
    case 'message':
      return <MessageDialog workshopId={hall.id} item={asked.item} onClose={onClose} />;
    case 'note':
      return <NoteDialog workshopId={hall.id} item={asked.item} onClose={onClose} />;
    case 'action':
      return <ActionDialog workshopId={hall.id} item={asked.item} onClose={onClose} />;
    case 'hide':
      return <Hide workshopId={hall.id} item={asked.item} onClose={onClose} />;
  }
}

interface Asked {
  workshopId: string;
  onClose: () => void;
}

function NewCluster({ workshopId, item, onClose }: Asked & { item: Item | null }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const create = useChange(createCluster, { onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('workshops.board.newCluster')}
      confirm={t('workshops.board.create')}
      busy={create.isPending}
      disabled={title.trim() === ''}
      error={create.error}
      onConfirm={() =>
        create.mutate({
          params: { workshopId },
          body: { title: title.trim(), itemIds: item ? [item.id] : [] },
        })
      }
      onClose={onClose}
    >
      <TitleField value={title} onChange={setTitle} />
    </ConfirmDialog>
  );
}

function Rename({ workshopId, cluster, onClose }: Asked & { cluster: Cluster }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(cluster.title);
  const change = useChange(changeCluster, { onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('workshops.board.rename')}
      confirm={t('workshops.save')}
      busy={change.isPending}
      disabled={title.trim() === ''}
      error={change.error}
      onConfirm={() =>
        change.mutate({ params: { workshopId, clusterId: cluster.id }, body: { title: title.trim() } })
      }
      onClose={onClose}
    >
      <TitleField value={title} onChange={setTitle} />
    </ConfirmDialog>
  );
}

function Dissolve({ workshopId, cluster, onClose }: Asked & { cluster: Cluster }) {
  const { t } = useTranslation();
  const dissolve = useChange(deleteCluster, { onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('workshops.board.dissolveTitle', { title: cluster.title })}
      confirm={t('workshops.board.dissolve')}
      busy={dissolve.isPending}
      error={dissolve.error}
      onConfirm={() => dissolve.mutate({ params: { workshopId, clusterId: cluster.id } })}
      onClose={onClose}
    >
      <Typography variant="body2">{t('workshops.board.dissolveText')}</Typography>
    </ConfirmDialog>
  );
}

function Hide({ workshopId, item, onClose }: Asked & { item: Item }) {
  const { t } = useTranslation();
  const hide = useChange(arrangeItem, { onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('workshops.board.hideTitle')}
      confirm={t('workshops.board.hide')}
      colour="error"
      busy={hide.isPending}
      error={hide.error}
      onConfirm={() => hide.mutate({ params: { workshopId, itemId: item.id }, body: { hidden: true } })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {t('workshops.board.hideText', { text: item.text })}
      </Typography>
    </ConfirmDialog>
  );
}

function TitleField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextField
      autoFocus
      fullWidth
      label={t('workshops.board.clusterTitle')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: 80 } }}
      sx={{ mt: 1 }}
    />
  );
}
