import { useCallback, useEffect, useState } from 'react';

interface FullScreen {
  /** There is nothing more to ask for: also where the browser gives nobody its whole screen. */
  full: boolean;
  /** Asks for the whole screen; a browser that refuses leaves things as they are. */
  fill: () => void;
}

/** The whole screen by a button or the key `f`, which browsers only give to a person; and a screen that stays awake. */
export function useFullScreen(): FullScreen {
  const [full, setFull] = useState(isFull);
  const fill = useCallback(() => {
    if (!isFull()) void document.documentElement.requestFullscreen().catch(() => undefined);
  }, []);
  useEffect(() => {
    const follow = () => setFull(isFull());
    const press = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key === 'f' && !altKey && !ctrlKey && !metaKey) fill();
    };
    document.addEventListener('fullscreenchange', follow);
    addEventListener('keydown', press);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      removeEventListener('keydown', press);
    };
  }, [fill]);
  useEffect(stayAwake, []);
  return { full, fill };
}

const isFull = () => !document.fullscreenEnabled || document.fullscreenElement !== null;

/** Keeps the screen from going dark, again each time that it is seen; where that is not known, nothing happens. */
function stayAwake(): () => void {
  let held: WakeLockSentinel | null = null;
  let over = false;
  const hold = async () => {
    if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    const lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (over) void lock?.release();
    else held = lock;
  };
  const seen = () => void hold();
  seen();
  document.addEventListener('visibilitychange', seen);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', seen);
    void held?.release();
  };
}
