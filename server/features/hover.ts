import { t } from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver-types';
import { balanceOf, type TableBalance } from '../../core/analysis/balances';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { type Citation, chapterHeading, type Relation } from '../../core/form';
import type { Anchor } from '../../core/report/anchors';
import type { BoundCell, BoundTable } from '../../core/report/report';
import { fieldName, relationName, sideOf } from '../../core/report/wording';
import { type Place, placeAt } from './places';
import { relationsOf } from './relations';

/** What stands at a place: a figure with the relations that it enters, a label, or a chapter with what is asked of it. */
export function hoverAt({ document, report }: Reading, offset: number): Hover | undefined {
  const place = placeAt(report, offset);
  if (!place) return undefined;
  const { span, lines } = describe(place);
  return { range: rangeIn(document, span), contents: { kind: 'markdown', value: lines.join('\n\n') } };
}

function describe(place: Place) {
  switch (place.kind) {
    case 'cell':
      return { span: place.cell, lines: describeCell(place.table, place.cell) };
    case 'label':
      return { span: place.label, lines: describeLabel(place.table, place.label.anchor) };
    case 'chapter': {
      const { chapter, span } = place.chapter;
      return { span, lines: [`**${chapterHeading(chapter)}**`, chapter.asks, ...cited(chapter.citation)] };
    }
  }
}

function describeCell(table: BoundTable, cell: BoundCell): string[] {
  const { field } = cell;
  const balance = balanceOf(table);
  const sums = relationsOf(table, cell).map((relation) => `- ${relationName(relation.code)}${t(': ')}${written(balance, relation)}`);
  const title = `**${fieldName(table.table, field)}** (${field.measure.unit}) \`${field.id}\``;
  return [title, ...(sums.length > 0 ? [sums.join('\n')] : []), ...cited(field.citation ?? { source: table.edition.edition.source })];
}

function describeLabel(table: BoundTable, anchor: Anchor): string[] {
  const citation = table.table.rowById.get(anchor.kind === 'row' ? anchor.row : '')?.fields[0].citation;
  return [`**${anchor.label}**`, ...cited(citation ?? { source: table.edition.edition.source })];
}

/** Figures shown with their noughts; a longer sum is shown without. */
const mostTerms = 7;

/** A relation with today's figures: `3 + 4 = 7 ✓`. One with a figure that can't be read is shown without a verdict. */
function written(balance: TableBalance, relation: Relation): string {
  const { parts, wholes } = balance.terms(relation);
  const [left, right] = [parts, wholes].map((terms) => sideOf(terms, terms.length <= mostTerms));
  if ([...parts, ...wholes].includes(null)) return `\`${left.text} = ${right.text}\``;
  return left.sum === right.sum ? `\`${left.text} = ${right.text}\` ✓` : `\`${left.text} = ${left.sum} ≠ ${right.text}\` ✗`;
}

function cited(citation: Citation): string[] {
  return [`${t('Source: ')}${citation.source.title}${citation.article ?? ''}`];
}
