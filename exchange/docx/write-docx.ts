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

/* The look of an official document (GB/T 9704—2012, 5.2 and 7): A4, its margins, its line spacing, its fonts by name. */

/** In millimetres. */
const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, footer: 28 } as const;
const textWidth = convertMillimetersToTwip(page.width - page.left - page.right);

/** A fixed distance of 28 points from line to line, in twentieths of a point. */
const lineSpacing = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

/** Sizes in half points: 二号, 三号, 四号, 五号, 小五. */
const size = { title: 44, body: 32, pageNumber: 28, table: 21, wideTable: 18 } as const;
const fonts = { title: '方正小标宋简体', chapter: '黑体', section: '楷体', body: '仿宋', table: '宋体' } as const;
/** Two characters of the body, and one, in twentieths of a point. */
const indent = size.body * 20;
const character = indent / 2;

function face(name: string, points: number): IRunOptions {
  return { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name }, size: points, sizeComplexScript: points, color: '000000' };
}

const faces: Readonly<Record<WordsKind, IRunOptions>> = {
  title: face(fonts.title, size.title),
  chapter: face(fonts.chapter, size.body),
  section: face(fonts.section, size.body),
  paragraph: face(fonts.body, size.body),
  signature: face(fonts.body, size.body),
};

const forms: Readonly<Record<WordsKind, IParagraphOptions>> = {
  title: { heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: lineSpacing },
  chapter: { heading: HeadingLevel.HEADING_1, indent: { firstLine: indent }, spacing: lineSpacing, keepNext: true },
  section: { heading: HeadingLevel.HEADING_2, indent: { firstLine: indent }, spacing: lineSpacing, keepNext: true },
  paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: indent }, spacing: lineSpacing },
  signature: { alignment: AlignmentType.RIGHT, indent: { right: indent }, spacing: lineSpacing, keepLines: true },
};

/** A report as the Word document that an office hands in. */
export async function writeWord({ passages }: Manuscript): Promise<Uint8Array> {
  const children = passages.map((passage, index) =>
    passage.kind === 'table' ? tableOf(passage) : paragraphOf(passage, spaceBehind(passage, passages[index + 1]?.kind)),
  );
  // A document can't end in a table, and tables that touch would be one.
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
        document: { run: faces.paragraph },
        title: { run: faces.title },
        heading1: { run: faces.chapter },
        heading2: { run: faces.section },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(page.width), height: convertMillimetersToTwip(page.height) },
            margin: {
              top: convertMillimetersToTwip(page.top),
              bottom: convertMillimetersToTwip(page.bottom),
              left: convertMillimetersToTwip(page.left),
              right: convertMillimetersToTwip(page.right),
              footer: convertMillimetersToTwip(page.footer),
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

/** The page's number between dashes, one character from the outer edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  const own = face(fonts.table, size.pageNumber);
  const children = ['— ', PageNumber.CURRENT, ' —'].map((child) => new TextRun({ ...own, children: [child] }));
  const alignment = side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({ children: [new Paragraph({ alignment, indent: { [side]: character }, children })] });
}

/** An empty line behind the title, and in front of the signature. */
function spaceBehind({ kind }: Words, next: string | undefined): number {
  return (kind === 'title' && next !== 'title') || (kind !== 'signature' && next === 'signature') ? lineSpacing.line : 0;
}

function paragraphOf({ kind, text, lead }: Words, after: number): Paragraph {
  const pieces = lead
    ? [
        { kind: lead.kind, text: text.slice(0, lead.end) },
        { kind, text: text.slice(lead.end) },
      ]
    : [{ kind, text }];
  return new Paragraph({
    ...forms[kind],
    spacing: { ...lineSpacing, after },
    children: pieces.flatMap((piece) =>
      titleLines(piece).map((text, index) => new TextRun({ ...faces[piece.kind], text, ...(index > 0 && { break: 1 }) })),
    ),
  });
}

/** Characters of a title that fit on a line. */
const longestTitleLine = 20;

/** A title too long for one line is broken in front of its year, and not within a word. */
function titleLines({ kind, text }: Pick<Words, 'kind' | 'text'>): string[] {
  const year = kind === 'title' && text.length > longestTitleLine ? text.search(/\d{4}\s*年/) : -1;
  return year > 0 ? [text.slice(0, year), text.slice(year)] : [text];
}

/** Rows that a table may have to be kept on one page. */
const mostTogether = 20;
/** Wider tables are set smaller, their figures in narrow columns. */
const narrow = 6;
/** What a digit of a wide table takes, and a cell besides, in twentieths of a point. */
const digitWidth = 115;
const cellPadding = 60;
/** Digits that every column has room for. */
const fewestDigits = 5;

function tableOf({ table, rows }: TablePassage): Table {
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
            cellOf(cell, columns, width > narrow ? size.wideTable : size.table, together && index < rows.length - 1),
          ),
        }),
    ),
  });
}

function isHeading({ kind }: GridCell): boolean {
  return kind === 'title' || kind === 'corner' || kind === 'column';
}

/** Column widths that together fill the page, in twentieths of a point: figures narrow, the last label wide. */
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

function cellOf(cell: GridCell, columns: readonly number[], points: number, keepNext: boolean): TableCell {
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
        children: [new TextRun({ ...face(fonts.table, points), text: cell.text, bold: isHeading(cell) })],
      }),
    ],
  });
}
