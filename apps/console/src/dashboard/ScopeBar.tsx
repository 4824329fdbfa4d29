import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORKS } from '#platform/contract';
import { FIGURE_SPANS } from '#rules/figures';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';
import { TopicField } from '../topics/TopicField.js';
import type { DashboardScope } from './dashboard-scope.js';
import { DatesDialog } from './DatesDialog.js';
import { useSpokenName } from './Voices.js';

const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar', 'und'];
const OWN = 'own';
const CHOOSE = 'choose';

interface ScopeBarProps {
  scope: DashboardScope;
  /** Codes of languages that were spoken, besides those that are always offered. */
  spoken: readonly string[];
  onScope: (change: Partial<DashboardScope>) => void;
}

/** Which time, topic, network and language the figures are of. */
export function ScopeBar({ scope, spoken, onScope }: ScopeBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const spokenName = useSpokenName();
  const narrowed = scope.topicId !== undefined || scope.network.length > 0 || scope.language.length > 0;
  const own = scope.from !== undefined && scope.to !== undefined;
  const [choosing, setChoosing] = useState(false);
  const [network] = scope.network.length === 1 ? scope.network : [];
  const [language] = scope.language.length === 1 ? scope.language : [];
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      <Choice
        label={t('dashboard.range')}
        value={own ? OWN : scope.span}
        onChoose={(span) => {
          if (span === CHOOSE) setChoosing(true);
          else if (span !== OWN)
            onScope({
              span: FIGURE_SPANS.find((one) => one === span) ?? '24h',
              ...{ from: undefined, to: undefined },
            });
        }}
        options={[
          ...FIGURE_SPANS.map((span): Option => [span, t(`dashboard.spans.${span}`)]),
          ...(own
            ? [
                [
                  OWN,
                  t('dashboard.spans.own', {
                    from: format.dateTime(scope.from ?? ''),
                    to: format.dateTime(scope.to ?? ''),
                  }),
                ] as Option,
              ]
            : []),
          [CHOOSE, t('dashboard.spans.choose')],
        ]}
      />
      <TopicField
        label={t('dashboard.topic')}
        none={t('dashboard.allTopics')}
        value={scope.topicId}
        onChoose={(topicId) => onScope({ topicId })}
        sx={{ ...FIELD, minWidth: { ...FIELD.minWidth, sm: 220 } }}
      />
      <Choice
        label={t('dashboard.network')}
        value={several(scope.network) ?? network ?? ''}
        onChoose={(code) => onScope({ network: code === '' ? [] : code.split(',') })}
        options={[
          ['', t('dashboard.allNetworks')],
          ...NETWORKS.map((one): Option => [one, networkName(one)]),
          ...severalOption(scope.network, networkName),
        ]}
      />
      <Choice
        label={t('dashboard.language')}
        value={several(scope.language) ?? language ?? ''}
        onChoose={(code) => onScope({ language: code === '' ? [] : code.split(',') })}
        options={[
          ['', t('dashboard.allLanguages')],
          ...[...new Set([...LANGUAGES, ...spoken, ...(language ? [language] : [])])].map((one): Option => [
            one,
            spokenName(one),
          ]),
          ...severalOption(scope.language, spokenName),
        ]}
      />
      {narrowed ? (
        <Button onClick={() => onScope({ topicId: undefined, network: [], language: [] })}>
          {t('dashboard.clear')}
        </Button>
      ) : null}
      {choosing ? (
        <DatesDialog
          from={scope.from ?? null}
          to={scope.to ?? null}
          onDates={(dates) => {
            setChoosing(false);
            onScope(dates);
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </Box>
  );
}

/** An address may name several at once: that is shown as what it is, and never as “all”. */
const several = (codes: readonly string[]) => (codes.length > 1 ? codes.join(',') : undefined);
const severalOption = (codes: readonly string[], nameOf: (code: string) => string): Option[] =>
  codes.length > 1 ? [[codes.join(','), codes.map(nameOf).join(', ')]] : [];

const FIELD = {
  minWidth: { xs: 'calc(50% - 8px)', sm: 160 },
  flex: { xs: '1 1 40%', sm: '0 1 auto' },
  maxWidth: 260,
};

type Option = [value: string, name: string];

function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: string;
  options: readonly Option[];
  onChoose: (value: string) => void;
}) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={options.some(([one]) => one === value) ? value : (options[0]?.[0] ?? '')}
      onChange={({ target }) => onChoose(target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      sx={FIELD}
    >
      {options.map(([one, name]) => (
        <MenuItem key={one} value={one}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
