import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Severity } from '../checks/finding';
import { rangeIn } from './ranges';
import type { Reading } from './reading';

export const diagnosticSource = 'nianbao';

const levels: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings as LSP diagnostics. `related`: whether the client shows related information. */
export function diagnosticsOf({ document, findings }: Reading, related: boolean): Diagnostic[] {
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
