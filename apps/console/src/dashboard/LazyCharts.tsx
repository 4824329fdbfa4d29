import Box from '@mui/material/Box';
import { type ComponentType, lazy, Suspense } from 'react';
import type { CourseChartProps } from './CourseChart.js';
import type { SparklineProps } from './Sparkline.js';

const Nothing = () => null;

/** The program that draws is larger than the page: figures and words come first, and stay where a chart cannot come. */
const Sparkline = lazy(async (): Promise<{ default: ComponentType<SparklineProps> }> => {
  const loaded = await import('./Sparkline.js').catch(() => null);
  return { default: loaded?.Sparkline ?? Nothing };
});
const CourseChart = lazy(async (): Promise<{ default: ComponentType<CourseChartProps> }> => {
  const loaded = await import('./CourseChart.js').catch(() => null);
  return { default: loaded?.CourseChart ?? Nothing };
});

/** The course of a figure, in a place that has its size already. */
export function LazySparkline(props: SparklineProps) {
  return (
    <Suspense fallback={null}>
      <Sparkline {...props} />
    </Suspense>
  );
}

/** The course of the mentions; its place is kept until it is drawn, so that nothing below moves. */
export function LazyCourseChart(props: CourseChartProps) {
  return (
    <Suspense fallback={<Box sx={{ height: props.size === 'wall' ? '100%' : 220 }} />}>
      <CourseChart {...props} />
    </Suspense>
  );
}
