import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import type { AnswerUsage } from '#contract/answers';
import { useFormat } from '../i18n/format.js';

interface UsageWeeksProps {
  weeks: AnswerUsage['byWeek'];
  /** The beginning of the week whose list is open. */
  open: string | null;
  onOpen: (week: AnswerUsage['byWeek'][number]) => void;
}

const HEIGHT = 56;

/** The uses of each week as bars; a bar opens the replies of its week. */
export function UsageWeeks({ weeks, open, onOpen }: UsageWeeksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-end', width: '100%', maxWidth: 480 }}>
      {weeks.map((week) => {
        const name = t('library.weekOf', { day: format.date(week.from), number: format.number(week.count) });
        return (
          <ButtonBase
            key={week.from}
            aria-label={name}
            title={name}
            disabled={week.count === 0}
            onClick={() => onOpen(week)}
            sx={{ flex: 1, minWidth: 24, height: HEIGHT + 20, alignItems: 'flex-end', borderRadius: 0.5 }}
          >
            <Box sx={{ width: '100%', typography: 'caption', textAlign: 'center' }}>
              {week.count > 0 ? format.compact(week.count) : ''}
              <Box
                sx={{
                  height: week.count === 0 ? 2 : 4 + (week.count / most) * (HEIGHT - 4),
                  bgcolor:
                    week.count === 0 ? 'divider' : open === week.from ? 'primary.dark' : 'primary.main',
                  borderRadius: 0.5,
                }}
              />
            </Box>
          </ButtonBase>
        );
      })}
    </Box>
  );
}
