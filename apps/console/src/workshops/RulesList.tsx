import Box from '@mui/material/Box';

/** The rules, shown to all. */
export function RulesList({ rules }: { rules: readonly string[] }) {
  return (
    <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
      {rules.map((rule) => (
        <Box component="li" key={rule} sx={{ overflowWrap: 'anywhere' }}>
          {rule}
        </Box>
      ))}
    </Box>
  );
}
