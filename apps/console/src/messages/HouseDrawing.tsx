import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Message, MessageContent, MessageSetKind } from '#contract/messages';
import { useLocalised } from '../i18n/localised.js';

/** A house drawn as one: the umbrella is the roof, the pillars carry it, the proofs are what they stand on. A map in three columns. */
export function HouseDrawing({
  kind,
  content,
}: {
  kind: MessageSetKind;
  content: Pick<MessageContent, 'umbrella' | 'concern' | 'messages'>;
}) {
  const { t } = useTranslation();
  const say = useLocalised();
  const { umbrella, concern, messages } = content;
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {kind === 'house' ? (
        <Box>
          <Box
            aria-hidden="true"
            sx={{
              height: { xs: 22, sm: 40 },
              mb: '-1px',
              bgcolor: 'primary.main',
              clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
            }}
          />
          <Box
            sx={{
              bgcolor: 'primary.main',
              color: 'primary.contrastText',
              px: 2,
              py: 1.5,
              textAlign: 'center',
            }}
          >
            <Typography variant="caption" component="p">
              {t('keyMessages.umbrella')}
            </Typography>
            <Typography variant="h2" component="p" sx={{ overflowWrap: 'anywhere' }}>
              {umbrella ? say(umbrella.text) : '–'}
            </Typography>
          </Box>
        </Box>
      ) : (
        <Typography variant="body1" sx={{ fontStyle: 'italic', overflowWrap: 'anywhere' }}>
          {say(concern)}
        </Typography>
      )}
      <Box
        component="ol"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 1,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            sm: `repeat(${Math.max(1, messages.length)}, minmax(0, 1fr))`,
          },
        }}
      >
        {messages.map((message, index) => (
          <Pillar
            key={message.key}
            name={t(kind === 'house' ? 'keyMessages.pillar' : 'keyMessages.message', { number: index + 1 })}
            message={message}
          />
        ))}
      </Box>
    </Box>
  );
}

function Pillar({ name, message }: { name: string; message: Message }) {
  const { t } = useTranslation();
  const say = useLocalised();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        border: 1,
        borderColor: 'primary.main',
        borderRadius: 0.5,
      }}
    >
      <Box sx={{ p: 1.5, flex: 1 }}>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {name}
        </Typography>
        <Typography variant="h3" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {say(message.text)}
        </Typography>
      </Box>
      <Box sx={{ p: 1.5, borderTop: 1, borderColor: 'divider', bgcolor: 'action.hover' }}>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {t('keyMessages.proofs')}
        </Typography>
        {message.proofs.length === 0 ? (
          <Typography variant="body2">{t('keyMessages.noProofs')}</Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
            {message.proofs.map((proof, index) => (
              <li key={index}>{say(proof)}</li>
            ))}
          </Box>
        )}
      </Box>
    </Box>
  );
}
