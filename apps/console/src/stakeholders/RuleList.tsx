import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listRules, removeRule, type StakeholderRuleView } from '#contract/stakeholders';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useRealm } from '../shell/realm.js';
import { TOUCHED } from './touched.js';

/** So many terms of a rule are shown. */
const SHOWN = 8;

/** Rules in use, what each knows accounts by and how many it attached. */
export function RuleList({ writes }: { writes: boolean }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const [removing, setRemoving] = useState<StakeholderRuleView | null>(null);
  const reading = useEndpoint(listRules, { query: { realm } });
  const remove = useChange(removeRule, { touches: TOUCHED, onDone: () => setRemoving(null) });
  const items = reading.data?.items ?? [];
  return (
    <Section heading="h2" title={t('stakeholders.rules.list')}>
      {reading.isPending ? <LoadingState rows={2} height={48} /> : null}
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.data && items.length === 0 ? (
        <Typography variant="body2">{t('stakeholders.rules.none')}</Typography>
      ) : null}
      <Box component="ul" aria-label={t('stakeholders.rules.list')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items.map((rule) => (
          <Rule
            key={rule.id}
            rule={rule}
            onRemove={
              writes
                ? () => {
                    remove.reset();
                    setRemoving(rule);
                  }
                : null
            }
          />
        ))}
      </Box>
      {removing ? (
        <ConfirmDialog
          open
          title={t('stakeholders.rules.removeTitle')}
          confirm={t('stakeholders.rules.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ params: { ruleId: removing.id } })}
          onClose={() => setRemoving(null)}
        >
          <Typography>{t('stakeholders.rules.removeText', { count: removing.attached })}</Typography>
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}

function Rule({ rule, onRemove }: { rule: StakeholderRuleView; onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const more = rule.terms.length - SHOWN;
  const facts = [
    t('stakeholders.rules.attached', { count: rule.attached }),
    rule.underWay ? t('stakeholders.rules.underWay') : '',
    rule.note ? t('stakeholders.rules.verifiedBy', { note: rule.note }) : '',
    t('stakeholders.rules.madeBy', { name: rule.by, day: format.date(rule.createdAt) }),
  ];
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1, typography: 'body2' },
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Link component={RouterLink} to={`/stakeholders/${rule.stakeholder.id}`} sx={{ fontWeight: 600 }}>
          {rule.stakeholder.name}
        </Link>{' '}
        – {t(`stakeholders.rules.kinds.${rule.kind}`)}
        <div>
          {rule.terms.slice(0, SHOWN).join(', ')}
          {more > 0 ? ` +${format.number(more)}` : ''}
        </div>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {facts.filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {onRemove ? (
        <Button
          size="small"
          aria-label={t('stakeholders.rules.removeOf', { name: rule.stakeholder.name })}
          onClick={onRemove}
        >
          {t('stakeholders.rules.remove')}
        </Button>
      ) : null}
    </Box>
  );
}
