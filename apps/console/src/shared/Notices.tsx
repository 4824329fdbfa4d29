import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

export interface Notice {
  text: string;
  severity?: 'success' | 'info' | 'warning' | 'error';
  /** Usually Undo. */
  action?: { label: string; run: () => void };
}

type Notify = (notice: Notice) => void;
const NotifyContext = createContext<Notify>(() => undefined);

const SHOWN_MS = 6000;
/** Long enough to reach for Undo. */
const SHOWN_WITH_ACTION_MS = 12_000;

/** `const notify = useNotify(); notify({ text, action: { label: t('common.undo'), run } })` */
export function useNotify(): Notify {
  return useContext(NotifyContext);
}

/** Holds the short notice at the bottom of the screen; a new one replaces the one before. */
export function Notices({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ notice: Notice; turn: number }>();
  const [open, setOpen] = useState(false);
  const notify = useCallback((notice: Notice) => {
    setShown((before) => ({ notice, turn: (before?.turn ?? 0) + 1 }));
    setOpen(true);
  }, []);
  const notice = shown?.notice;
  const close = () => setOpen(false);
  return (
    <NotifyContext value={notify}>
      {children}
      <Snackbar
        key={shown?.turn}
        open={open}
        autoHideDuration={notice?.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS}
        onClose={(_, reason) => {
          if (reason !== 'clickaway') close();
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        sx={{ mb: { xs: 7, md: 0 } }}
      >
        <Alert
          severity={notice?.severity ?? 'success'}
          variant="outlined"
          sx={{ bgcolor: 'background.paper', boxShadow: 6, alignItems: 'center' }}
          onClose={notice?.action ? undefined : close}
          action={
            notice?.action ? (
              <Button
                color="inherit"
                size="small"
                onClick={() => {
                  close();
                  notice.action?.run();
                }}
              >
                {notice.action.label}
              </Button>
            ) : undefined
          }
        >
          {notice?.text ?? ''}
        </Alert>
      </Snackbar>
    </NotifyContext>
  );
}
