import assert from 'node:assert/strict';
import { analyse, analysisOf } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import type { CheckedFinding, Fix } from '../../core/checks/support/finding';
import { readReport } from '../../core/report/bind';
import { split } from '../../core/report/compilation';
import { fieldsOf } from '../../core/report/fields';
import type { Report } from '../../core/report/report';
import type { Span } from '../../core/text/document';
import { applyEdits } from '../../core/text/edit';
import { readFigure } from '../../core/text/figure';
import { canonicalEdits } from '../../core/writing/canonical';
import { fixAllEdits } from '../../server/features/code-actions';

/*
 * What holds for any text at all. A law that is broken throws, and says which.
 */

function liesIn(text: string, { start, end }: Span, what: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`);
}

/** Reading and checking end, lose nothing, and every range lies in the text and on its figure. */
export function holdsWhenRead(text: string): { report: Report; findings: CheckedFinding[] }[] {
  const texts = split(text).map((part) => part.text);
  assert.equal(texts.join(''), text, 'the reports of a text are the text');
  return texts.map((own) => {
    const report = readReport(own);
    let at = 0;
    for (const { start, end } of report.document.lines) {
      assert.ok(start >= at && end >= start, 'lines follow each other');
      assert.ok(/^(?:\ufeff|\r\n|\r|\n|)$/.test(own.slice(at, start)), 'between lines stands a line end');
      at = end;
    }
    assert.equal(at, own.length, 'lines reach to the end');
    let before = 0;
    for (const cell of report.document.cells) {
      liesIn(own, cell, 'cell');
      assert.ok(cell.start >= before, 'cells are in order');
      before = cell.start;
    }
    for (const { field, value, start, end } of fieldsOf(report)) {
      liesIn(own, { start, end }, field.id);
      const figure = readFigure(own, start, end);
      if (value !== null)
        assert.ok(figure.kind === 'number' && figure.value === value, `${field.id} is ${value} and stands on ‹${own.slice(start, end)}›`);
    }
    const findings = check(analysisOf(report));
    for (const finding of findings) {
      liesIn(own, finding, finding.code);
      for (const related of finding.related ?? []) if (!related.elsewhere) liesIn(own, related, `${finding.code}, related`);
      for (const { edits } of finding.fixes ?? []) for (const edit of edits) liesIn(own, edit, `${finding.code}, edit`);
    }
    return { report, findings };
  });
}

/** Formatting changes nothing that is read, and comes to rest. */
export function holdsWhenFormatted(report: Report): void {
  const said = (own: Report) => fieldsOf(own).map(({ field, value, text: written }) => [field.id, value, written]);
  let own = report;
  for (let round = 0; round < 4; round++) {
    const edits = canonicalEdits(own);
    if (edits.length === 0) return;
    own = readReport(applyEdits(own.document.text, edits));
    assert.deepEqual(said(own), said(report), 'formatting keeps every figure');
  }
  assert.deepEqual(canonicalEdits(own), [], 'formatting comes to rest');
}

/** Correcting the form comes to rest. */
export function holdsWhenCorrected(text: string, most = 6): void {
  let own = text;
  for (let round = 0; round < most; round++) {
    const edits = fixAllEdits(check(analyse(own)));
    if (edits.length === 0) return;
    own = applyEdits(own, edits);
  }
  assert.deepEqual(fixAllEdits(check(analyse(own))), [], 'correcting the form comes to rest');
}

/** What tells findings apart whatever their place. */
const identity = ({ code, field, message }: CheckedFinding) => `${code} ${field ?? message}`;

function countOf(findings: readonly CheckedFinding[], wanted: (finding: CheckedFinding) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) if (wanted(finding)) counts.set(identity(finding), (counts.get(identity(finding)) ?? 0) + 1);
  return counts;
}

/** A fix removes its finding and adds no error. */
export function holdsWhenFixed(
  { report, findings }: { report: Report; findings: readonly CheckedFinding[] },
  finding: CheckedFinding,
  fix: Fix,
): void {
  const after = check(analyse(applyEdits(report.document.text, fix.edits)));
  const own = (each: CheckedFinding) => identity(each) === identity(finding);
  const left = countOf(after, own).get(identity(finding)) ?? 0;
  const before = countOf(findings, own).get(identity(finding)) ?? 0;
  assert.ok(left < before, `“${fix.title}” removes ${identity(finding)}`);
  const isError = ({ severity }: CheckedFinding) => severity === 'error';
  const errors = [...countOf(after, isError).values()].reduce((sum, count) => sum + count, 0);
  const errorsBefore = findings.filter(isError).length;
  assert.ok(
    errors <= errorsBefore - (isError(finding) ? 1 : 0),
    `“${fix.title}” of ${identity(finding)} leaves ${errors} errors of ${errorsBefore}: ${after.filter(isError).map(identity).join('; ')}`,
  );
}
