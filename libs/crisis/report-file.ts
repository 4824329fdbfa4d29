import type { Locale } from '#platform/contract';
import type { ReportDocument } from './report-document.js';

// What writes these files takes longer to load than half of the product: it is loaded for the first report, not at start.

/** The report as an A4 PDF. */
export async function reportPdf(report: ReportDocument, locale: Locale): Promise<Buffer> {
  return (await import('./report-pdf.js')).reportPdf(report, locale);
}

/** The report as a Word file. */
export async function reportDocx(report: ReportDocument, locale: Locale): Promise<Buffer> {
  return (await import('./report-docx.js')).reportDocx(report, locale);
}
