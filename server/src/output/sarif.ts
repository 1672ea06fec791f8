import path from 'node:path';
import type { CheckedFinding, Severity } from '../checks/finding';
import { checks } from '../checks/index';
import type { Document, Span } from '../format/document';
import { rangeOf } from '../format/positions';
import type { CheckedFile } from './result';

/** `check --format sarif`: SARIF 2.1.0, one run. */
export function checkSarif(files: readonly CheckedFile[], toolVersion: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'nianbao',
            version: toolVersion,
            rules: checks.map(({ code, severity }) => ({ id: code, defaultConfiguration: { level: level(severity) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => file.findings.map((finding) => result(file, finding))),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function level(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

function result({ path: file, report }: CheckedFile, finding: CheckedFinding) {
  const { document } = report;
  const location = (span: Span) => ({ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: region(document, span) } });
  return {
    ruleId: finding.code,
    ruleIndex: checks.findIndex(({ code }) => code === finding.code),
    level: level(finding.severity),
    message: { text: finding.message },
    locations: [location(finding)],
    ...(finding.related?.length
      ? { relatedLocations: finding.related.map((related, id) => ({ id, message: { text: related.message }, ...location(related) })) }
      : {}),
    ...(finding.fixes?.length
      ? {
          fixes: finding.fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(file) },
                replacements: edits.map((edit) => ({ deletedRegion: region(document, edit), insertedContent: { text: edit.newText } })),
              },
            ],
          })),
        }
      : {}),
    ...(finding.field ? { properties: { field: finding.field } } : {}),
  };
}

function region(document: Document, span: Span) {
  const { start, end } = rangeOf(document, span);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function uriOf(file: string): string {
  const uri = file.split(path.sep).map(encodeURIComponent).join('/');
  return path.isAbsolute(file) ? `file://${uri.startsWith('/') ? '' : '/'}${uri}` : uri;
}
