import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPolicies } from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { DecisionDialogProps } from './DecisionDialogs.js';
import type { Escalating } from './use-decisions.js';

interface EscalateDialogProps extends Omit<DecisionDialogProps, 'onDecide'> {
  onEscalate: (escalating: Escalating) => void;
}

/** What is asked, of which departments, and how they decide together. */
export function EscalateDialog({ count, busy, onEscalate, onClose }: EscalateDialogProps) {
  const { t } = useTranslation();
  const departments = useDepartments().data?.items ?? [];
  const policies = useEndpoint(listPolicies, {}, { staleTime: 60_000 }).data?.items ?? [];
  const name = useDepartmentName();
  const [question, setQuestion] = useState('');
  const [departmentIds, setDepartmentIds] = useState<string[]>([]);
  const [mode, setMode] = useState<Escalating['mode']>('parallel');
  const [rule, setRule] = useState<Escalating['rule']>('all');
  const [needed, setNeeded] = useState(2);
  const [policyId, setPolicyId] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('inbox.escalate.title', { count })}
      confirm={t('inbox.action.escalate')}
      busy={busy}
      disabled={question.trim() === ''}
      onConfirm={() =>
        onEscalate({ question, departmentIds, mode, rule, needed, policyId: policyId || null })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          autoFocus
          multiline
          minRows={3}
          label={t('inbox.escalate.note')}
          helperText={t('inbox.escalate.noteHint')}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
        <Autocomplete
          multiple
          disableCloseOnSelect
          size="small"
          options={departments.map(({ id }) => id)}
          value={departmentIds}
          getOptionLabel={name}
          onChange={(_, ids) => setDepartmentIds(ids)}
          renderInput={(params) => <TextField {...params} label={t('inbox.escalate.departments')} />}
        />
        {departmentIds.length > 1 ? (
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            <TextField
              select
              size="small"
              label={t('escalations.dialog.mode')}
              value={mode}
              onChange={(event) => setMode(event.target.value as Escalating['mode'])}
            >
              <MenuItem value="parallel">{t('escalations.dialog.parallel')}</MenuItem>
              <MenuItem value="in_turn">{t('escalations.dialog.in_turn')}</MenuItem>
            </TextField>
            <TextField
              select
              size="small"
              label={t('escalations.dialog.rule')}
              value={rule}
              onChange={(event) => setRule(event.target.value as Escalating['rule'])}
            >
              <MenuItem value="all">{t('escalations.dialog.all')}</MenuItem>
              <MenuItem value="any">{t('escalations.dialog.any')}</MenuItem>
              <MenuItem value="n_of">{t('escalations.dialog.n_of')}</MenuItem>
            </TextField>
            {rule === 'n_of' ? (
              <TextField
                size="small"
                type="number"
                label={t('escalations.dialog.needed')}
                value={needed}
                onChange={(event) => setNeeded(Number(event.target.value))}
                slotProps={{ htmlInput: { min: 1, max: departmentIds.length } }}
              />
            ) : null}
          </Box>
        ) : null}
        {policies.length > 0 ? (
          <TextField
            select
            size="small"
            label={t('escalations.dialog.policy')}
            value={policyId}
            onChange={(event) => setPolicyId(event.target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('escalations.dialog.policyAuto')}</MenuItem>
            {policies
              .filter(({ active }) => active)
              .map((policy) => (
                <MenuItem key={policy.id} value={policy.id}>
                  {policy.name}
                </MenuItem>
              ))}
          </TextField>
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}
