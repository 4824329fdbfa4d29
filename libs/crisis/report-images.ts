import { crc32, deflateSync } from 'node:zlib';
import type { Chart } from './report-charts.js';

/** A chart as SVG; it holds no text, so that no font is missed where it is shown. */
export function chartSvg({ width, height, shapes }: Chart): Buffer {
  const parts = shapes.map((shape) =>
    shape.kind === 'bar'
      ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.colour}"/>`
      : `<polyline points="${shape.points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${shape.colour}" stroke-width="1.5"${shape.dashed ? ' stroke-dasharray="4 3"' : ''}/>`,
  );
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`,
  );
}

/** Pixels for each point of the chart. */
const SCALE = 2;

/** The same chart as PNG, for readers that do not show SVG. */
export function chartPng({ width, height, shapes }: Chart): Buffer {
  const [columns, rows] = [Math.ceil(width * SCALE), Math.ceil(height * SCALE)];
  const pixels = Buffer.alloc(columns * rows * 3, 255);
  const dot = (x: number, y: number, colour: readonly number[]) => {
    if (x < 0 || y < 0 || x >= columns || y >= rows) return;
    pixels.set(colour, (y * columns + x) * 3);
  };
  for (const shape of shapes) {
    const colour = [1, 3, 5].map((at) => parseInt(shape.colour.slice(at, at + 2), 16));
    if (shape.kind === 'bar') {
      const [left, top] = [Math.round(shape.x * SCALE), Math.round(shape.y * SCALE)];
      const [right, bottom] = [
        Math.round((shape.x + shape.width) * SCALE),
        Math.round((shape.y + shape.height) * SCALE),
      ];
      for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) dot(x, y, colour);
      continue;
    }
    shape.points.slice(1).forEach(([toX, toY], index) => {
      const [fromX, fromY] = shape.points[index] ?? [toX, toY];
      const steps = Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) * SCALE) || 1;
      for (let step = 0; step <= steps; step += 1) {
        if (shape.dashed && Math.floor(step / 8) % 2 === 1) continue;
        const x = Math.round((fromX + ((toX - fromX) * step) / steps) * SCALE);
        const y = Math.round((fromY + ((toY - fromY) * step) / steps) * SCALE);
        for (const thick of [0, -1]) dot(x, y + thick, colour);
      }
    });
  }
  return png(columns, rows, pixels);
}

/** PNG of 8-bit RGB pixels; source: W3C, Portable Network Graphics, sections 5 and 11. */
function png(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const lines = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1)
    pixels.copy(lines, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
