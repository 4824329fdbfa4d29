import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Harvest } from '#contract/workshops';
import { ActionRow } from './ActionRow.js';

/** What came of a workshop: drafts of answers and of messages, notes on stakeholders, and actions. */
export function HarvestList({ harvest }: { harvest: readonly Harvest[] }) {
  const { t } = useTranslation();
  const of = (kind: Harvest['kind']) => harvest.filter((one) => one.kind === kind);
  const actions = of('action');
  if (harvest.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('workshops.harvest.none')}
      </Typography>
    );
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Part
        title={t('workshops.harvest.answers')}
        harvest={of('answer')}
        show={({ answerId, text }) => <To path={`/library/${answerId}`} text={text} />}
      />
      <Part
        title={t('workshops.harvest.messages')}
        harvest={of('message')}
        show={({ messageSetId, text }) => <To path={`/messages/${messageSetId}`} text={text} />}
      />
      <Part
        title={t('workshops.harvest.notes')}
        harvest={of('note')}
        show={({ stakeholder, text }) => (
          <>
            <To path={`/stakeholders/${stakeholder?.id}`} text={stakeholder?.name ?? ''} />
            {t('workshops.harvest.noteSays', { text })}
          </>
        )}
      />
      {actions.length > 0 ? (
        <Box>
          <Typography variant="overline" component="h3">
            {t('workshops.harvest.actions')}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </Box>
        </Box>
      ) : null}
    </Box>
  );
}

interface PartProps {
  title: string;
  harvest: readonly Harvest[];
  show: (one: Harvest) => ReactNode;
}

function Part({ title, harvest, show }: PartProps) {
  if (harvest.length === 0) return null;
  return (
    <Box>
      <Typography variant="overline" component="h3">
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
        {harvest.map((one) => (
          <Box component="li" key={one.id} sx={{ overflowWrap: 'anywhere' }}>
            {show(one)}
            {` · ${one.by.name}`}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function To({ path, text }: { path: string; text: string }) {
  return (
    <Link component={RouterLink} to={path}>
      {text}
    </Link>
  );
}
