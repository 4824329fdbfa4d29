import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Locale } from '#platform/contract';
import type { Chart } from './report-charts.js';
import type { Block, ReportDocument } from './report-document.js';

const require = createRequire(import.meta.url);
const FONTS = {
  text: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};
const MARGIN = 56;
const MARK = '#a31a1f';

/** The report as an A4 PDF; the fonts are embedded, charts are drawn as vectors. */
export function reportPdf(report: ReportDocument, locale: Locale): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    // Pages are numbered once it is known how many there are.
    bufferPages: true,
    // Begins with a font of its own: no other is loaded, or named in the file.
    font: FONTS.text,
    lang: locale,
    displayTitle: true,
    info: { Title: `${report.title} – ${report.subtitle}` },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  pdf.registerFont('text', FONTS.text).registerFont('bold', FONTS.bold);
  if (report.mark) pdf.font('bold').fontSize(12).fillColor(MARK).text(report.mark).moveDown(0.3);
  pdf.font('bold').fontSize(18).fillColor('#1b2733').text(report.title);
  pdf.font('text').fontSize(10).fillColor('#44525f').text(report.subtitle).moveDown(0.5);
  for (const block of report.blocks) addBlock(pdf, block);
  pdf.moveDown().font('text').fontSize(8).fillColor('#44525f').text(report.source);
  numberPages(pdf, report);
  pdf.end();
  return done;
}

/** At the foot of each page: what it is of, and which of how many; a page that is found alone can be put back. */
function numberPages(pdf: Pdf, { title, mark }: ReportDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const { bottom } = pdf.page.margins;
    // Text below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    const foot = [...(mark ? [mark] : []), title.length > 60 ? `${title.slice(0, 59)}…` : title];
    pdf
      .font('text')
      .fontSize(8)
      .fillColor(mark ? MARK : '#44525f')
      .text(`${foot.join(' · ')} · ${page - start + 1}/${count}`, MARGIN, pdf.page.height - 36, {
        lineBreak: false,
      });
    pdf.page.margins.bottom = bottom;
  }
}

type Pdf = InstanceType<typeof PDFDocument>;

function addBlock(pdf: Pdf, block: Block): void {
  pdf.fillColor('#1b2733');
  switch (block.kind) {
    case 'heading':
      roomFor(pdf, 50);
      pdf.moveDown(0.6).font('bold').fontSize(12).text(block.text).moveDown(0.2);
      return;
    case 'text':
      pdf.font('text').fontSize(10).text(block.text, { lineGap: 2 });
      return;
    case 'rows':
      for (const [name, value] of block.rows) {
        roomFor(pdf, 18);
        const { y } = pdf;
        pdf.font('text').fontSize(10).text(name, MARGIN, y, { width: 220 });
        const { y: after } = pdf;
        pdf.font('bold').text(value, MARGIN + 230, y, { width: 250 });
        pdf.x = MARGIN;
        pdf.y = Math.max(after, pdf.y) + 2;
      }
      return;
    case 'chart':
      roomFor(pdf, block.chart.height + 44);
      pdf.moveDown(0.6).font('bold').fontSize(9).text(block.title).moveDown(0.3);
      drawChart(pdf, block.chart, MARGIN, pdf.y);
      pdf.y += block.chart.height + 3;
      pdf.font('text').fontSize(8).fillColor('#44525f').text(`${block.from} → ${block.to}`, MARGIN);
  }
}

function drawChart(pdf: Pdf, chart: Chart, left: number, top: number): void {
  pdf.save().translate(left, top);
  for (const shape of chart.shapes) {
    if (shape.kind === 'bar') {
      if (shape.width > 0 && shape.height > 0)
        pdf.rect(shape.x, shape.y, shape.width, shape.height).fill(shape.colour);
      continue;
    }
    shape.points.forEach(([x, y], index) => (index === 0 ? pdf.moveTo(x, y) : pdf.lineTo(x, y)));
    if (shape.dashed) pdf.dash(4, { space: 3 });
    pdf.lineWidth(1.2).stroke(shape.colour).undash();
  }
  pdf.restore();
}

function roomFor(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
}
