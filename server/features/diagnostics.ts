import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Severity } from '../../core/checks/support/finding';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';

export const diagnosticSource = 'nianbao';

const levels: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What was made of a reading, and where its report began then. */
const made = new WeakMap<Reading, { firstLine: number; related: boolean; diagnostics: Diagnostic[] }>();

/** The findings as LSP diagnostics, made once for as long as nothing changes. `related`: whether the client shows related information. */
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
