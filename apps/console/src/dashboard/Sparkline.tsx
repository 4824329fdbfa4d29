import { SparkLineChart } from '@mui/x-charts/SparkLineChart';

export interface SparklineProps {
  data: readonly (number | null)[];
}

/** The course of a figure, for the eye alone: what it says stands beside it in words. */
export function Sparkline({ data }: SparklineProps) {
  return (
    <SparkLineChart
      data={data.map((one) => one ?? 0)}
      width={96}
      height={36}
      area
      disableHitArea
      skipAnimation
      color="var(--passerelle-palette-primary-main)"
    />
  );
}
