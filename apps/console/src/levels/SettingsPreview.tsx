import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { previewLevelSettings } from '#contract/levels';
import type { Realm } from '#platform/contract';
import type { LevelSettings } from '#rules/levels';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { LEVEL_CODES, LEVEL_NUMBERS } from '../theme/levels.js';

interface SettingsPreviewProps {
  topic: { id: string; name: string };
  realm: Realm;
  settings: LevelSettings;
}

/** Tries settings on the past 30 days of a topic: how long it would have stood where. */
export function SettingsPreview({ topic, realm, settings }: SettingsPreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const preview = useChange(previewLevelSettings, {});
  const hours = (minutes: number | undefined) => format.number(Math.round((minutes ?? 0) / 6) / 10);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="body2" component="h3" sx={{ fontWeight: 650 }}>
        {t('levels.edit.preview')}
      </Typography>
      <Box>
        <Button
          variant="outlined"
          size="small"
          loading={preview.isPending}
          onClick={() => preview.mutate({ params: { topicId: topic.id }, body: { realm, settings } })}
        >
          {t('levels.edit.previewAsk')}
        </Button>
      </Box>
      <ProblemAlert error={preview.error} />
      {preview.data ? (
        <>
          <Box sx={{ overflowX: 'auto' }}>
            <Table size="small" aria-label={t('levels.edit.previewLead', { name: topic.name })}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('levels.edit.previewLead', { name: topic.name })}</TableCell>
                  <TableCell align="right">{t('levels.edit.asIs')}</TableCell>
                  <TableCell align="right">{t('levels.edit.asAsked')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {LEVEL_NUMBERS.map((level) => (
                  <TableRow key={level}>
                    <TableCell>
                      <LevelBadge level={level} />
                    </TableCell>
                    <TableCell align="right">{hours(preview.data?.minutesAtLevel.now[level])}</TableCell>
                    <TableCell align="right">{hours(preview.data?.minutesAtLevel.then[level])}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
          <Typography variant="body2">
            {t('levels.edit.moves', { count: preview.data.moves.length })}
            {preview.data.complete ? '' : ` ${t('levels.edit.incomplete')}`}
          </Typography>
          <Box
            component="ul"
            tabIndex={0}
            aria-label={t('levels.edit.moves', { count: preview.data.moves.length })}
            sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 180, overflowY: 'auto' }}
          >
            {preview.data.moves.map(({ at, from, to, score }) => (
              <Typography key={`${at}${to}`} component="li" variant="caption" sx={{ display: 'block' }}>
                {format.dateTime(at)} · {t(`vocabulary.level.${LEVEL_CODES[from]}`)} →{' '}
                {t(`vocabulary.level.${LEVEL_CODES[to]}`)} ·{' '}
                {t('levels.scoreShort', { score: format.number(Math.round(score)) })}
              </Typography>
            ))}
          </Box>
        </>
      ) : null}
    </Box>
  );
}
