import Box from '@mui/material/Box';
import encodeQR from 'qr';
import { useMemo } from 'react';

/** An address as a QR code: dark on white also in the dark, because phones read it so. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const path = useMemo(() => pathOf(encodeQR(address, 'raw', { ecc: 'medium', border: 2 })), [address]);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${path.size} ${path.size}`}
      shapeRendering="crispEdges"
      sx={{ width: '100%', maxWidth: 260, bgcolor: '#ffffff', borderRadius: 1, display: 'block' }}
    >
      <path d={path.d} fill="#000000" />
    </Box>
  );
}

function pathOf(dark: readonly (readonly boolean[])[]): { d: string; size: number } {
  const squares = dark.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { d: squares.join(''), size: dark.length };
}
