import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ContactSummary } from '#contract/contacts';
import { NetworkIcon } from '../shared/NetworkIcon.js';

/** One contact of the list. */
export function ContactRow({ contact }: { contact: ContactSummary }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.25,
        px: 2,
        py: 1.25,
        bgcolor: 'background.paper',
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Link
        component={RouterLink}
        to={`/contacts/${contact.id}`}
        data-row-link
        color="inherit"
        underline="hover"
        sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere', fontWeight: 600 }}
      >
        {contact.name}
      </Link>
      <Typography
        variant="body2"
        sx={{ flex: '1 1 160px', minWidth: 0, color: 'text.secondary', overflowWrap: 'anywhere' }}
      >
        {[contact.organisation, contact.crmId === null ? null : `${contact.crmSystem} ${contact.crmId}`]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 0.75 }}>
        {contact.networks.map((network) => (
          <NetworkIcon key={network} network={network} />
        ))}
      </Box>
    </Box>
  );
}
