import path from 'node:path';
import { rangeInFile } from '../../core/analysis/analyse';
import { checks } from '../../core/checks/index';
import { inLanguage } from '../../core/checks/pages';
import type { Check, CheckedFinding, Severity } from '../../core/checks/support/finding';
import type { Span } from '../../core/text/document';
import type { Range } from '../../core/text/positions';
import { checkPage } from '../../files/check-pages';
import type { CheckedFile } from './result';

/** A report's findings as results of SARIF 2.1.0. */
export function checkedSarif(file: CheckedFile): object[] {
  return file.findings.map((finding) => result(file, finding));
}

/** `check --format sarif`: one run with all results. */
export function sarifLog(results: readonly object[], toolVersion: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'nianbao',
            version: toolVersion,
            rules: checks.map(rule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

/** A check as a rule; its texts are in the language of the messages. */
function rule({ code, severity, category, title, description }: Check) {
  return {
    id: code,
    shortDescription: { text: inLanguage(title) },
    fullDescription: { text: inLanguage(description) },
    helpUri: checkPage(code),
    defaultConfiguration: { level: level(severity) },
    properties: { tags: [category] },
  };
}

function level(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

function result(file: CheckedFile, finding: CheckedFinding) {
  const location = (span: Span) => placeOf(file.path, rangeInFile(file, span));
  return {
    ruleId: finding.code,
    ruleIndex: checks.findIndex(({ code }) => code === finding.code),
    level: level(finding.severity),
    message: { text: finding.message },
    locations: [location(finding)],
    ...(finding.related?.length
      ? {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            message: { text: related.message },
            ...(related.elsewhere ? placeOf(related.elsewhere.file, related.elsewhere.range) : location(related)),
          })),
        }
      : {}),
    ...(finding.fixes?.length
      ? {
          fixes: finding.fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(file.path) },
                replacements: edits.map((edit) => ({
                  deletedRegion: regionOf(rangeInFile(file, edit)),
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          })),
        }
      : {}),
    ...(finding.field ? { properties: { field: finding.field } } : {}),
  };
}

function placeOf(file: string, range: Range) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(range) } };
}

function regionOf({ start, end }: Range) {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function uriOf(file: string): string {
  const uri = file.split(path.sep).map(encodeURIComponent).join('/');
  return path.isAbsolute(file) ? `file://${uri.startsWith('/') ? '' : '/'}${uri}` : uri;
}
