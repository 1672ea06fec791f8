import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Severity } from '../../core/checks/support/finding';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { checkPage } from '../../files/check-pages';

export const diagnosticSource = 'nianbao';

const levels: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of a reading, with the line that its report began on when they were made. */
const made = new WeakMap<Reading, { firstLine: number; related: boolean; diagnostics: Diagnostic[] }>();

/**
 * The findings as LSP diagnostics, kept while the report and its first line stay; each code links to its check's page.
 * `related`: true if the client shows related information.
 */
export function diagnosticsOf(reading: Reading, related: boolean): Diagnostic[] {
  const { firstLine } = reading;
  const known = made.get(reading);
  if (known?.firstLine === firstLine && known.related === related) return known.diagnostics;
  const diagnostics = make(reading, related);
  made.set(reading, { firstLine, related, diagnostics });
  return diagnostics;
}

function make({ document, findings }: Reading, related: boolean): Diagnostic[] {
  return findings.map((finding): Diagnostic => {
    const diagnostic: Diagnostic = {
      range: rangeIn(document, finding),
      severity: levels[finding.severity],
      code: finding.code,
      codeDescription: { href: checkPage(finding.code) },
      source: diagnosticSource,
      message: finding.message,
    };
    if (related && finding.related?.length)
      diagnostic.relatedInformation = finding.related.map((other) => ({
        location: other.elsewhere
          ? { uri: pathToFileURL(other.elsewhere.file).href, range: other.elsewhere.range }
          : { uri: document.uri, range: rangeIn(document, other) },
        message: other.message,
      }));
    return diagnostic;
  });
}
