import Box from '@mui/material/Box';

interface BarsProps {
  values: readonly number[];
  /** The figures in words, for those who do not see the bars. */
  label: string;
  width?: number;
  height?: number;
}

/** Small bars side by side; the tallest fills the height. */
export function Bars({ values, label, width = 120, height = 28 }: BarsProps) {
  const most = Math.max(1, ...values);
  const step = width / Math.max(values.length, 1);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      sx={{ width, height, maxWidth: '100%', flexShrink: 0, fill: 'currentColor', color: 'primary.main' }}
    >
      <title>{label}</title>
      {values.map((value, index) => {
        const tall = value === 0 ? 1 : Math.max(2, (value / most) * height);
        return (
          <rect
            key={index}
            x={index * step}
            y={height - tall}
            width={Math.max(1, step - 1)}
            height={tall}
            opacity={value === 0 ? 0.3 : 1}
          />
        );
      })}
    </Box>
  );
}
