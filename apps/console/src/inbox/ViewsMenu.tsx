import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import ViewsIcon from '@mui/icons-material/BookmarksOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Divider from '@mui/material/Divider';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Popover from '@mui/material/Popover';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listViews, removeView, type SavedView, saveView } from '#contract/mentions';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { filterOfView, filterQuery, type InboxFilter } from './inbox-filter.js';

interface ViewsMenuProps {
  filter: InboxFilter;
  onPick: (filter: InboxFilter) => void;
}

/** Saved views, one's own and the shared ones; and saving what is shown now. */
export function ViewsMenu({ filter, onPick }: ViewsMenuProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [saving, setSaving] = useState(false);
  const views = useEndpoint(listViews, {}).data?.items ?? [];
  const removing = useChange(removeView, { touches: [listViews] });
  return (
    <>
      <Tooltip title={t('inbox.views.title')}>
        <IconButton
          aria-label={t('inbox.views.title')}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <ViewsIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('inbox.views.title'), sx: { width: 300 } } }}
      >
        {views.length === 0 ? (
          <Typography variant="body2" sx={{ p: 2, color: 'text.secondary' }}>
            {t('inbox.views.none')}
          </Typography>
        ) : (
          <List dense>
            {views.map((view) => (
              <ViewEntry
                key={view.id}
                view={view}
                onPick={() => {
                  setAnchor(null);
                  onPick(filterOfView(view));
                }}
                onRemove={() => removing.mutate({ params: { viewId: view.id } })}
              />
            ))}
          </List>
        )}
        <Divider />
        <List dense>
          <ListItemButton
            onClick={() => {
              setAnchor(null);
              setSaving(true);
            }}
          >
            <ListItemText>{t('inbox.views.save')}</ListItemText>
          </ListItemButton>
        </List>
      </Popover>
      <SaveViewDialog
        open={saving}
        mayShare={may('mentions.triage')}
        filter={filter}
        onClose={() => setSaving(false)}
      />
    </>
  );
}

function ViewEntry({
  view,
  onPick,
  onRemove,
}: {
  view: SavedView;
  onPick: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ListItem
      disablePadding
      secondaryAction={
        view.own ? (
          <IconButton
            edge="end"
            size="small"
            aria-label={t('inbox.views.remove', { name: view.name })}
            onClick={onRemove}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        ) : null
      }
    >
      <ListItemButton onClick={onPick}>
        <ListItemText primary={view.name} secondary={view.shared ? t('inbox.views.shared') : null} />
      </ListItemButton>
    </ListItem>
  );
}

interface SaveViewDialogProps {
  open: boolean;
  mayShare: boolean;
  filter: InboxFilter;
  onClose: () => void;
}

function SaveViewDialog({ open, mayShare, filter, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const saving = useChange(saveView, {
    touches: [listViews],
    onDone: (view) => {
      notify({ text: t('inbox.views.saved', { name: view.name }) });
      setName('');
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      title={t('inbox.views.save')}
      confirm={t('common.save')}
      disabled={name.trim() === ''}
      busy={saving.isPending}
      error={saving.error}
      onConfirm={() =>
        saving.mutate({ body: { name, shared, filter: filterQuery(filter), sort: filter.sort } })
      }
      onClose={onClose}
    >
      <Stack spacing={1} sx={{ pt: 1 }}>
        <TextField
          autoFocus
          label={t('inbox.views.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 60 } }}
        />
        {mayShare ? (
          <Box>
            <FormControlLabel
              control={<Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)} />}
              label={t('inbox.views.share')}
            />
          </Box>
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}
