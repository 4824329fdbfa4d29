import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../shared/Key.js';
import { SHORTCUTS } from './shortcuts.js';

/** Every key of the inbox. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const titleId = useId();
  const named: Readonly<Record<string, string>> = {
    Enter: t('inbox.help.enterKey'),
    Escape: t('inbox.help.escapeKey'),
    X: t('inbox.help.shiftX'),
  };
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('inbox.help.title')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            gridTemplateColumns: { xs: 'auto 1fr', sm: 'auto 1fr auto 1fr' },
            columnGap: 2,
            rowGap: 1,
            alignItems: 'center',
          }}
        >
          {SHORTCUTS.map(({ command, keys }) => (
            <Box key={command} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ display: 'flex', gap: 0.5, justifyContent: 'flex-end' }}>
                {keys.map((key) => (
                  <Key key={key}>{named[key] ?? key}</Key>
                ))}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {t(`inbox.help.${command}`)}
              </Box>
            </Box>
          ))}
        </Box>
        <Box component="p" sx={{ mb: 0, color: 'text.secondary' }}>
          {t('inbox.help.notWhileTyping')}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
