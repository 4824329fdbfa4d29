import Tooltip from '@mui/material/Tooltip';
import { useFormat } from '../i18n/format.js';
import { useNow } from './use-now.js';

/** “3 min ago”; the full date and time on hover and focus. */
export function RelativeTime({ instant, focusable = false }: { instant: string; focusable?: boolean }) {
  const format = useFormat();
  const now = useNow();
  return (
    <Tooltip title={format.full(instant)} describeChild>
      <time dateTime={instant} tabIndex={focusable ? 0 : undefined}>
        {format.relative(instant, now)}
      </time>
    </Tooltip>
  );
}
