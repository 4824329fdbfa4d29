import {
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Locale } from '#platform/contract';
import type { Block, ReportDocument } from './report-document.js';
import { chartPng, chartSvg } from './report-images.js';

const MARK = 'A31A1F';

/** The report as a Word file; charts are SVG, with a PNG for readers that do not show it. */
export function reportDocx(report: ReportDocument, locale: Locale): Promise<Buffer> {
  const document = new Document({
    title: `${report.title} – ${report.subtitle}`,
    creator: 'Passerelle',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: locale === 'fr' ? 'fr-FR' : 'en-GB' } },
        },
      },
    },
    sections: [
      {
        footers: { default: footOf(report) },
        children: [
          ...(report.mark
            ? [new Paragraph({ children: [new TextRun({ text: report.mark, bold: true, color: MARK })] })]
            : []),
          new Paragraph({ text: report.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: report.subtitle }),
          ...report.blocks.flatMap(blockOf),
          new Paragraph({
            children: [new TextRun({ text: report.source, size: 16 })],
            spacing: { before: 240 },
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** At the foot of each page: what it is of, and which of how many. */
function footOf({ title, mark }: ReportDocument): Footer {
  const text = [...(mark ? [mark] : []), title].join(' · ');
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            children: [`${text} · `, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES],
            size: 16,
            ...(mark ? { color: MARK } : {}),
          }),
        ],
      }),
    ],
  });
}

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
    case 'text':
      return block.text.split('\n').map((text) => new Paragraph({ text }));
    case 'rows':
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.rows.map(
            ([name, value]) =>
              new TableRow({
                children: [name, value].map((text) => new TableCell({ children: [new Paragraph({ text })] })),
              }),
          ),
        }),
      ];
    case 'chart':
      return [
        new Paragraph({
          children: [new TextRun({ text: block.title, bold: true })],
          spacing: { before: 240 },
          keepNext: true,
        }),
        new Paragraph({
          keepNext: true,
          children: [
            new ImageRun({
              type: 'svg',
              data: chartSvg(block.chart),
              fallback: { type: 'png', data: chartPng(block.chart) },
              transformation: { width: block.chart.width, height: block.chart.height },
              altText: { title: block.title, description: block.title, name: block.title },
            }),
          ],
        }),
        new Paragraph({ text: `${block.from} → ${block.to}` }),
      ];
  }
}
