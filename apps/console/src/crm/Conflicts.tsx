import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type CrmConflictView, decideCrmConflict, listCrmConflicts } from '#contract/crm';
import { useChange, usePages } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

/** Fields that were changed on both sides, differently: both values, and a person's choice. */
export function Conflicts() {
  const { t } = useTranslation();
  const conflicts = usePages(listCrmConflicts, { query: { limit: 20 } });
  return (
    <Section heading="h2" title={t('crm.conflicts')}>
      <KeysetList query={conflicts} empty={<Typography variant="body2">{t('crm.noConflicts')}</Typography>}>
        {(items) => (
          <Box
            component="ul"
            aria-label={t('crm.conflicts')}
            sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}
          >
            {items.map((conflict) => (
              <Conflict key={conflict.id} conflict={conflict} />
            ))}
          </Box>
        )}
      </KeysetList>
    </Section>
  );
}

function Conflict({ conflict }: { conflict: CrmConflictView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const decide = useChange(decideCrmConflict, {
    touches: TOUCHED,
    onDone: () => notify({ text: t('crm.decided') }),
  });
  const choose = (choice: 'here' | 'there') =>
    decide.mutate({ params: { conflictId: conflict.id }, body: { choice } });
  const title = t('crm.conflictOf', {
    field: t(`contacts.field.${conflict.field}`),
    name: conflict.contact.name,
  });
  return (
    <Box component="li" aria-label={title}>
      <Typography variant="body1" component="h3">
        <Link component={RouterLink} to={`/contacts/${conflict.contact.id}`}>
          {title}
        </Link>
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {(['here', 'there'] as const).map((side) => (
          <Box key={side} sx={{ overflowWrap: 'anywhere', typography: 'body2' }}>
            <Typography variant="overline" component="p">
              {t(`crm.${side}`)}
            </Typography>
            <p style={{ margin: '0 0 8px' }}>{conflict[side] ?? t('crm.empty')}</p>
            <Button variant="outlined" size="small" disabled={decide.isPending} onClick={() => choose(side)}>
              {side === 'here' ? t('crm.keepHere') : t('crm.keepThere')}
            </Button>
          </Box>
        ))}
      </Box>
      <ProblemAlert error={decide.error} sx={{ mt: 1 }} />
    </Box>
  );
}
