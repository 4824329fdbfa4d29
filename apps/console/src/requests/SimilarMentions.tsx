import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { findSimilar } from '#contract/requests';
import type { ResponseOf } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { authorName } from '../inbox/author-name.js';

interface SimilarMentionsProps {
  items: ResponseOf<typeof findSimilar>['items'];
  ticked: ReadonlySet<string>;
  onTick: (mentionId: string) => void;
}

/** Mentions that seem to ask the same, each to be taken along or not. */
export function SimilarMentions({ items, ticked, onTick }: SimilarMentionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="overline">
        {t('requests.similar', { count: items.length })}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {t('requests.similarHint')}
      </Typography>
      <Box sx={{ maxHeight: 260, overflowY: 'auto' }} tabIndex={-1}>
        {items.map(({ mention, similarity }) => (
          <FormControlLabel
            key={mention.id}
            sx={{ display: 'flex', alignItems: 'flex-start', mr: 0, mt: 0.5 }}
            control={
              <Checkbox
                size="small"
                checked={ticked.has(mention.id)}
                onChange={() => onTick(mention.id)}
                sx={{ pt: 0.25 }}
              />
            }
            label={
              <>
                <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                  {mention.text}
                </Typography>
                <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                  {authorName(mention.author) ?? t('inbox.unknownAuthor')} ·{' '}
                  {t('requests.likeness', { share: format.percent(Math.round(similarity * 100) / 100) })}
                </Typography>
              </>
            }
          />
        ))}
      </Box>
    </Box>
  );
}
