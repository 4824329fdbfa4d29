import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { PostsPreview } from '#contract/crisis';
import { useFormat } from '../i18n/format.js';
import { useProblemText } from '../i18n/problem-text.js';
import { useNetworkName } from '../shared/network-name.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';

interface PostAccountRowProps {
  item: PostsPreview['items'][number];
  language: string;
  chosen: boolean;
  onChoose: () => void;
}

/** One account that can post, and exactly what would stand there, with its length by that network's rule. */
export function PostAccountRow({ item, language, chosen, onChoose }: PostAccountRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const { ofCode } = useProblemText();
  const name = `${networkName(item.network)} · ${item.account}`;
  return (
    <Box component="article" aria-label={name} sx={{ display: 'grid', gap: 0.5 }}>
      <FormControlLabel
        sx={{ mr: 0 }}
        control={
          <Checkbox
            size="small"
            checked={chosen}
            disabled={item.answerVariantId === null}
            onChange={onChoose}
          />
        }
        label={
          <Box
            component="span"
            sx={{ display: 'flex', alignItems: 'center', gap: 0.75, overflowWrap: 'anywhere' }}
          >
            <NetworkIcon network={item.network} />
            <strong>{name}</strong>
          </Box>
        }
      />
      {chosen && item.text !== null ? (
        <Typography
          variant="body2"
          lang={language}
          sx={{
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            borderInlineStart: 3,
            borderColor: item.fits ? 'primary.main' : 'error.main',
            pl: 1.5,
          }}
        >
          {item.text}
        </Typography>
      ) : null}
      {chosen && item.length !== null && item.limit !== null ? (
        <Typography variant="caption" sx={{ color: item.fits ? 'text.secondary' : 'error.main' }}>
          {t(item.fits ? 'reply.length' : 'reply.tooLong', {
            length: format.number(item.length),
            limit: format.number(item.limit),
          })}
        </Typography>
      ) : null}
      {item.problem ? (
        <Alert severity="warning">
          {item.problem.code === 'variant-missing' ? t('incidents.post.noText') : ofCode(item.problem)}
        </Alert>
      ) : null}
    </Box>
  );
}
