import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { StakeholderSummary } from '#contract/stakeholders';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { MoveDialog } from './MoveDialog.js';
import { NextContact } from './NextContact.js';

/** The map in words, by name: also for narrow screens and for those who hear the page. */
export function StakeholderList({
  items,
  writes,
}: {
  items: readonly StakeholderSummary[];
  writes: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [moving, setMoving] = useState<StakeholderSummary | null>(null);
  return (
    <Section heading="h2" title={t('stakeholders.list')}>
      <Box component="ul" aria-label={t('stakeholders.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items.map((item) => (
          <Box
            component="li"
            key={item.id}
            sx={{
              ...{
                display: 'flex',
                flexWrap: 'wrap',
                alignItems: 'center',
                columnGap: 2,
                rowGap: 0.5,
                py: 1,
              },
              '& + &': { borderTop: 1, borderColor: 'divider' },
            }}
          >
            <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
              <Link
                component={RouterLink}
                to={`/stakeholders/${item.id}`}
                color="inherit"
                underline="hover"
                sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
              >
                {item.name}
              </Link>
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {t(`stakeholders.kind.${item.kind}`)} · {t(`stakeholders.category.${item.category}`)} ·{' '}
                {t('stakeholders.authorsCount', { count: item.authors, number: format.number(item.authors) })}
              </Typography>
            </Box>
            <Box sx={{ flex: { xs: '0 0 auto', sm: '0 0 120px' } }}>
              <Chip size="small" variant="outlined" label={t(`stakeholders.salience.${item.salience}`)} />
            </Box>
            <Typography variant="body2" sx={{ flex: '1 1 200px', minWidth: 0 }}>
              {t(`stakeholders.quadrant.${item.quadrant}`)}
              <Typography
                variant="caption"
                component="span"
                sx={{ display: 'block', color: 'text.secondary' }}
              >
                {t('stakeholders.place', item)}
              </Typography>
            </Typography>
            <Typography variant="body2" sx={{ flex: '1 1 160px', minWidth: 0 }}>
              {item.owner?.name ?? t('stakeholders.nobody')}
              <Typography
                variant="caption"
                component="span"
                sx={{ display: 'block', color: 'text.secondary' }}
              >
                <NextContact at={item.nextContactAt} />
              </Typography>
            </Typography>
            {writes ? (
              <Button
                size="small"
                aria-label={t('stakeholders.moveOf', { name: item.name })}
                onClick={() => setMoving(item)}
              >
                {t('stakeholders.move')}
              </Button>
            ) : null}
          </Box>
        ))}
      </Box>
      {moving ? <MoveDialog stakeholder={moving} onClose={() => setMoving(null)} /> : null}
    </Section>
  );
}
