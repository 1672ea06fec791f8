import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { GridCell } from '../../core/form';
import type { Manuscript, TablePassage, Words, WordsKind } from '../../core/writing/manuscript';
import { headRows } from '../../core/writing/printed';

/* The layout of an official document (GB/T 9704—2012, 5.2 and 7): A4, margins, line spacing, and fonts by name. */

/** In millimetres. */
const pageLayout = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, footer: 28 } as const;
const textWidth = convertMillimetersToTwip(pageLayout.width - pageLayout.left - pageLayout.right);

/** A fixed line height of 28 points, in twentieths of a point. */
const lineSpacing = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

/** Sizes in half points: 二号, 三号, 四号, 五号, 小五. */
const size = { title: 44, body: 32, pageNumber: 28, table: 21, wideTable: 18 } as const;
const fonts = { title: '方正小标宋简体', chapter: '黑体', section: '楷体', body: '仿宋', table: '宋体' } as const;
/** The width of two body characters and of one, in twentieths of a point. */
const indent = size.body * 20;
const characterWidth = indent / 2;

function fontOf(name: string, points: number): IRunOptions {
  return { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name }, size: points, sizeComplexScript: points, color: '000000' };
}

const runStyles: Readonly<Record<WordsKind, IRunOptions>> = {
  title: fontOf(fonts.title, size.title),
  chapter: fontOf(fonts.chapter, size.body),
  section: fontOf(fonts.section, size.body),
  paragraph: fontOf(fonts.body, size.body),
  signature: fontOf(fonts.body, size.body),
};

const paragraphStyles: Readonly<Record<WordsKind, IParagraphOptions>> = {
  title: { heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: lineSpacing },
  chapter: { heading: HeadingLevel.HEADING_1, indent: { firstLine: indent }, spacing: lineSpacing, keepNext: true },
  section: { heading: HeadingLevel.HEADING_2, indent: { firstLine: indent }, spacing: lineSpacing, keepNext: true },
  paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: indent }, spacing: lineSpacing },
  signature: { alignment: AlignmentType.RIGHT, indent: { right: indent }, spacing: lineSpacing, keepLines: true },
};

/** A report as the Word document that an office submits. */
export async function writeWord({ passages }: Manuscript): Promise<Uint8Array> {
  const children = passages.map((passage, index) =>
    passage.kind === 'table' ? wordTable(passage) : wordParagraph(passage, spaceAfter(passage, passages[index + 1]?.kind)),
  );
  // A document can't end with a table, and adjacent tables would merge.
  const apart = children.flatMap((child, index) =>
    child instanceof Table && !(children[index + 1] instanceof Paragraph) ? [child, new Paragraph({ spacing: lineSpacing })] : [child],
  );
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    title: passages.flatMap((passage) => (passage.kind === 'title' ? [passage.text] : [])).join(''),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: runStyles.paragraph },
        title: { run: runStyles.title },
        heading1: { run: runStyles.chapter },
        heading2: { run: runStyles.section },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(pageLayout.width), height: convertMillimetersToTwip(pageLayout.height) },
            margin: {
              top: convertMillimetersToTwip(pageLayout.top),
              bottom: convertMillimetersToTwip(pageLayout.bottom),
              left: convertMillimetersToTwip(pageLayout.left),
              right: convertMillimetersToTwip(pageLayout.right),
              footer: convertMillimetersToTwip(pageLayout.footer),
            },
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: apart,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The page number between dashes, one character from the outer edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  const own = fontOf(fonts.table, size.pageNumber);
  const children = ['— ', PageNumber.CURRENT, ' —'].map((child) => new TextRun({ ...own, children: [child] }));
  const alignment = side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({ children: [new Paragraph({ alignment, indent: { [side]: characterWidth }, children })] });
}

/** An empty line after the title and before the signature. */
function spaceAfter({ kind }: Words, next: string | undefined): number {
  return (kind === 'title' && next !== 'title') || (kind !== 'signature' && next === 'signature') ? lineSpacing.line : 0;
}

function wordParagraph({ kind, text, lead }: Words, after: number): Paragraph {
  const pieces = lead
    ? [
        { kind: lead.kind, text: text.slice(0, lead.end) },
        { kind, text: text.slice(lead.end) },
      ]
    : [{ kind, text }];
  return new Paragraph({
    ...paragraphStyles[kind],
    spacing: { ...lineSpacing, after },
    children: pieces.flatMap((piece) =>
      titleLinesOf(piece).map((text, index) => new TextRun({ ...runStyles[piece.kind], text, ...(index > 0 && { break: 1 }) })),
    ),
  });
}

/** How many characters of a title fit on a line. */
const titleCharacters = 20;

/** A title too long for one line is broken before its year, not within a word. */
function titleLinesOf({ kind, text }: Pick<Words, 'kind' | 'text'>): string[] {
  const year = kind === 'title' && text.length > titleCharacters ? text.search(/\d{4}\s*年/) : -1;
  return year > 0 ? [text.slice(0, year), text.slice(year)] : [text];
}

/** Tables with no more rows are kept on one page. */
const mostTogether = 20;
/** Tables with more columns get smaller type and narrow columns for figures. */
const narrow = 6;
/** The width of a digit in a wide table, and the padding of a cell, in twentieths of a point. */
const digitWidth = 115;
const cellPadding = 60;
/** Every column has room for this many digits. */
const fewestDigits = 5;

function wordTable({ table, rows }: TablePassage): Table {
  const width = Math.max(...rows.map(({ texts }) => texts.length));
  const digits = Math.max(fewestDigits, ...rows.flatMap(({ cells }) => cells.flatMap(({ field, text }) => (field ? [text.length] : []))));
  const columns = columnWidths(width, table?.labelColumns ?? 0, digits);
  const head = table ? headRows(rows) : 1;
  const together = rows.length <= mostTogether;
  return new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: columns,
    margins: { left: cellPadding / 2, right: cellPadding / 2, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    rows: rows.map(
      ({ cells }, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index < head,
          children: cells.map((cell) =>
            wordCell(cell, columns, width > narrow ? size.wideTable : size.table, together && index < rows.length - 1),
          ),
        }),
    ),
  });
}

function isHeading({ kind }: GridCell): boolean {
  return kind === 'title' || kind === 'corner' || kind === 'column';
}

/** Column widths that together fill the page, in twentieths of a point: narrow for figures, wide for the last label. */
function columnWidths(width: number, labelColumns: number, digits: number): number[] {
  const figures = width - labelColumns;
  if (labelColumns === 0 || figures < 1) return Array.from({ length: width }, () => Math.floor(textWidth / width));
  const figure = Math.floor(width > narrow ? Math.min(digits * digitWidth + cellPadding, textWidth / width) : (textWidth * 0.7) / figures);
  const labels = textWidth - figure * figures;
  const share = Math.floor(labels / (labelColumns + 2));
  return Array.from({ length: width }, (_, column) =>
    column >= labelColumns ? figure : column < labelColumns - 1 ? share : labels - share * (labelColumns - 1),
  );
}

function wordCell(cell: GridCell, columns: readonly number[], points: number, keepNext: boolean): TableCell {
  const isLabel = cell.kind === 'row' && cell.height === 1;
  return new TableCell({
    columnSpan: cell.width > 1 ? cell.width : undefined,
    rowSpan: cell.height > 1 ? cell.height : undefined,
    width: { size: columns.slice(cell.column, cell.column + cell.width).reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: isLabel ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { before: 0, after: 0 },
        keepNext,
        children: [new TextRun({ ...fontOf(fonts.table, points), text: cell.text, bold: isHeading(cell) })],
      }),
    ],
  });
}
