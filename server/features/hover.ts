import { t } from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver-types';
import type { TableBalance } from '../../core/analysis/balances';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { type Citation, chapterHeading, type Relation } from '../../core/form';
import type { Anchor } from '../../core/report/anchors';
import type { BoundCell, BoundTable } from '../../core/report/report';
import { fieldName, relationName, sideOf } from '../../core/report/wording';
import { balanceIn } from './balance';
import { placeAt, type ReportPlace } from './places';
import { relationsOf } from './relations';

/** What is at an offset: a figure with its relations, a label, or a chapter with what the form asks for in it. */
export function hoverAt(reading: Reading, offset: number): Hover | undefined {
  const place = placeAt(reading.report, offset);
  if (!place) return undefined;
  const { span, lines } = describe(reading, place);
  return { range: rangeIn(reading.document, span), contents: { kind: 'markdown', value: lines.join('\n\n') } };
}

function describe(reading: Reading, place: ReportPlace) {
  switch (place.kind) {
    case 'cell':
      return { span: place.cell, lines: describeCell(reading, place.table, place.cell) };
    case 'label':
      return { span: place.label, lines: describeLabel(place.table, place.label.anchor) };
    case 'chapter': {
      const { chapter, span } = place.chapter;
      return { span, lines: [`**${chapterHeading(chapter)}**`, chapter.asks, ...cited(chapter.citation)] };
    }
  }
}

function describeCell(reading: Reading, table: BoundTable, cell: BoundCell): string[] {
  const { field } = cell;
  const balance = balanceIn(reading, table);
  const line = (sums: TableBalance, relation: Relation) => `- ${relationName(relation.code)}${t(': ')}${relationText(sums, relation)}`;
  const sums = balance ? relationsOf(table, cell).map((relation) => line(balance, relation)) : [];
  const title = `**${fieldName(table.table, field)}** (${field.measure.unit}) \`${field.id}\``;
  return [title, ...(sums.length > 0 ? [sums.join('\n')] : []), ...cited(field.citation ?? { source: table.edition.edition.source })];
}

function describeLabel(table: BoundTable, anchor: Anchor): string[] {
  const citation = table.table.rowById.get(anchor.kind === 'row' ? anchor.row : '')?.fields[0].citation;
  return [`**${anchor.label}**`, ...cited(citation ?? { source: table.edition.edition.source })];
}

/** A sum of more terms than this is shown without its zeros. */
const mostTerms = 7;

/** A relation with the report's figures: `3 + 4 = 7 ✓`. One with a figure that can't be read is shown without a verdict. */
function relationText(balance: TableBalance, relation: Relation): string {
  const { parts, wholes } = balance.terms(relation);
  const [left, right] = [parts, wholes].map((terms) => sideOf(terms, terms.length <= mostTerms));
  if ([...parts, ...wholes].includes(null)) return `\`${left.text} = ${right.text}\``;
  return left.sum === right.sum ? `\`${left.text} = ${right.text}\` ✓` : `\`${left.text} = ${left.sum} ≠ ${right.text}\` ✗`;
}

function cited(citation: Citation): string[] {
  return [`${t('Source: ')}${citation.source.title}${citation.article ?? ''}`];
}
