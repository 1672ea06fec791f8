import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { cellsOf } from '../../server/src/checks/tables';
import { writeCell } from '../../server/src/checks/wording';
import { summedLines } from '../../server/src/exchange/markdown';
import { decode } from '../../server/src/input/decode';
import { textFiles } from '../../server/src/input/paths';
import { type Digest, digestOf } from '../../server/src/library/digest';
import { type Missing, rollUp } from '../../server/src/library/rollup';
import { readReport } from '../../server/src/report/bind';
import type { Report } from '../../server/src/report/report';
import { editionForYear, latestEdition } from '../../server/src/standard';
import { activeReport } from './commands';
import { languageId } from './server';

/** More files than this are not looked at. */
const mostFiles = 20_000;

/** Sums the workspace's reports into the tables of the open one, or into a new one where none is open. */
export async function rollupCommand(given?: { files: vscode.Uri[] }): Promise<void> {
  const editor = activeReport();
  const open = editor && readReport(editor.document.getText());
  const digests = (await digestsOf(given?.files)).filter(({ file }) => file !== editor?.document.uri.toString());
  const years = [...new Set(digests.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
  const year = open?.identity.year ?? years[0];
  const below = digests.filter((digest) => digest.year === year);
  if (year === undefined || below.length === 0) {
    vscode.window.showInformationMessage(t('There are no reports to sum in the workspace.'));
    return;
  }
  const chosen = given ? below : await choose(below, year);
  if (!chosen?.length) return;
  const edition = open?.edition ?? editionForYear(year) ?? latestEdition;
  const { sums, missing } = rollUp(chosen, edition, year);
  if (editor && open) await fill(editor.document, open, sums, missing);
  else {
    const content = summedLines(edition, year, sums).join('\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languageId, content }));
  }
  if (missing.length > 0)
    vscode.window.showWarningMessage(t('Not all reports could be summed: {0}', missing.map(({ file }) => nameOf(file)).join(t(', '))));
}

async function digestsOf(files: readonly vscode.Uri[] | undefined): Promise<Digest[]> {
  const found = files ?? (await vscode.workspace.findFiles(textFiles, '**/node_modules/**', mostFiles));
  const digests = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: t('Reading the annual reports of the workspace') },
    () =>
      Promise.all(
        found.map(async (uri) => {
          try {
            const report = readReport(decode(await vscode.workspace.fs.readFile(uri)).text);
            return report.isReport ? [digestOf(report, uri.toString())] : [];
          } catch {
            return [];
          }
        }),
      ),
  );
  return digests.flat();
}

async function choose(below: readonly Digest[], year: number): Promise<Digest[] | undefined> {
  const items = below.map((digest) => ({
    label: digest.organ ?? nameOf(digest.file),
    description: nameOf(digest.file),
    picked: true,
    digest,
  }));
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: t('Reports on {0} to sum', year) });
  return picked?.map(({ digest }) => digest);
}

/** Writes the sums into the tables of an open report; tables of which something is missing stay as they are. */
async function fill(
  document: vscode.TextDocument,
  report: Report,
  sums: ReadonlyMap<string, number>,
  missing: readonly Missing[],
): Promise<void> {
  const open = new Set(missing.flatMap(({ tables }) => tables));
  const edit = new vscode.WorkspaceEdit();
  for (const cell of cellsOf(report)) {
    const sum = sums.get(cell.field.id);
    if (sum === undefined || open.has(cell.field.table) || cell.value === sum) continue;
    const { start, end, newText } = writeCell(cell, sum);
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
  }
  await vscode.workspace.applyEdit(edit);
}

function nameOf(file: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(file));
}
