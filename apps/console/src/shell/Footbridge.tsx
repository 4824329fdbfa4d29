/** The sign of the product: a footbridge, deck and handrail. */
export function Footbridge({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0d5c63" />
      <g fill="none" stroke="#fff" strokeLinecap="round" strokeWidth="1.6">
        <path d="M4.500 21.500c4.600-8 18.400-8 23 0" strokeWidth="2.4" />
        <path d="M4.500 14.500c4.600-7 18.400-7 23 0" />
        <path d="M10 10.400v6.300M16 9.300v6.200M22 10.400v6.300" />
      </g>
    </svg>
  );
}
