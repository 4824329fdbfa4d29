import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { NETWORKS } from '#platform/contract';
import { FIGURE_SPANS } from '#rules/figures';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';
import { TopicField } from '../topics/TopicField.js';
import type { DashboardScope } from './dashboard-scope.js';
import { useSpokenName } from './Voices.js';

const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar', 'und'];
const OWN = 'own';

interface ScopeBarProps {
  scope: DashboardScope;
  onScope: (change: Partial<DashboardScope>) => void;
}

/** Which time, topic, network and language the figures are of. */
export function ScopeBar({ scope, onScope }: ScopeBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const spokenName = useSpokenName();
  const narrowed = scope.topicId !== undefined || scope.network.length > 0 || scope.language.length > 0;
  const own = scope.from !== undefined && scope.to !== undefined;
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      <Choice
        label={t('dashboard.range')}
        value={own ? OWN : scope.span}
        onChoose={(span) =>
          onScope({
            span: FIGURE_SPANS.find((one) => one === span) ?? '24h',
            ...(span === OWN ? {} : { from: undefined, to: undefined }),
          })
        }
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
        value={scope.network.length === 1 ? (scope.network[0] ?? '') : ''}
        onChoose={(network) => onScope({ network: network === '' ? [] : [network] })}
        options={[
          ['', t('dashboard.allNetworks')],
          ...NETWORKS.map((one): Option => [one, networkName(one)]),
        ]}
      />
      <Choice
        label={t('dashboard.language')}
        value={scope.language.length === 1 ? (scope.language[0] ?? '') : ''}
        onChoose={(language) => onScope({ language: language === '' ? [] : [language] })}
        options={[
          ['', t('dashboard.allLanguages')],
          ...LANGUAGES.map((one): Option => [one, spokenName(one)]),
        ]}
      />
      {narrowed ? (
        <Button onClick={() => onScope({ topicId: undefined, network: [], language: [] })}>
          {t('dashboard.clear')}
        </Button>
      ) : null}
    </Box>
  );
}

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
