import { access, constants } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { editionForYear, latestEdition } from '../core/form';
import { inOneLine } from '../core/language';
import { type Changes, changesOf } from '../core/library/changes';
import { governmentOf, governs } from '../core/library/regions';
import { type RollUp, rollUp } from '../core/library/rollup';
import { type Chosen, errorCount, lackingCount, type Outcome, toldOf, whyMissing } from '../core/library/summed';
import { readReports } from '../core/report/compilation';
import type { Report } from '../core/report/report';
import { applyEdits, type Edit } from '../core/text/edit';
import { writeCell } from '../core/writing/cells';
import { reportTitle, summedLines } from '../core/writing/markdown';
import { languageId } from './server';
import { type ShownTexts, shownScheme } from './shown-text';
import { untitled } from './untitled';
import { checkReports, duplicatesAmong, findReports, type ListedReport, type WorkspaceReports } from './workspace-reports';

/** The command's arguments. The user is asked for those that are missing. */
interface RollUpOptions {
  /** Only the reports of these files are summed. */
  files?: readonly vscode.Uri[];
  year?: number;
  target?: 'new' | vscode.Uri;
  /** The government of a new report. */
  organ?: string;
}

/** A report of an open document. */
interface OpenReport {
  document: vscode.TextDocument;
  /** Its number among the reports of the document, and its offset. */
  index: number;
  start: number;
  report: Report;
}

interface OpenTarget extends OpenReport {
  chosen: readonly ListedReport[];
  rolled: RollUp;
  changes: Changes;
}

/** The command. */
export async function rollupCommand(texts: ShownTexts, given?: unknown): Promise<void> {
  const asked = isRollUpOptions(given) ? given : {};
  const found = await findReports(asked.files);
  const year = found && (await whichYear(found, asked));
  const checked = found && year !== undefined ? await checkReports(found.reports, year) : undefined;
  const chosen = year !== undefined && checked ? await whichReports(checked, year, asked) : undefined;
  if (!found || year === undefined || !chosen) return;
  if (chosen.length === 0) {
    vscode.window.showInformationMessage(t('No report was chosen; nothing is summed.'));
    return;
  }
  const target = await whereTo(chosen, year, asked);
  if (!target) return;
  const done = target === 'new' ? await intoNew(chosen, year, asked) : await intoOpen(target, texts);
  if (done) void tellOutcome({ ...done, year, unread: found.unread.map(relativeName), undated: undatedOf(found) }, texts);
}

function isRollUpOptions(given: unknown): given is RollUpOptions {
  return typeof given === 'object' && given !== null && !(given instanceof vscode.Uri);
}

/** The year to sum. The user is asked if the reports are on several years. */
async function whichYear({ reports }: WorkspaceReports, { year }: RollUpOptions): Promise<number | undefined> {
  const years = [...new Set(reports.flatMap(({ digest }) => digest.year ?? []))].sort((a, b) => b - a);
  if (years.length === 0 || (year !== undefined && !years.includes(year))) {
    vscode.window.showInformationMessage(
      year === undefined ? t('There are no reports to sum in the workspace.') : t('There is no report on {0} in the workspace.', year),
    );
    return undefined;
  }
  if (year !== undefined || years.length === 1) return year ?? years[0];
  const items = years.map((each) => ({
    label: String(each),
    description: t('Reports: {0}', reports.filter(({ digest }) => digest.year === each).length),
    year: each,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Roll up: which year?'), ignoreFocusOut: true });
  return picked?.year;
}

/** The reports to sum, as the user chooses. A government's report, and the second of two for one organ, are not preselected. */
async function whichReports(checked: readonly ListedReport[], year: number, { files }: RollUpOptions): Promise<ListedReport[] | undefined> {
  if (files) return [...checked];
  const organs = checked.flatMap(({ digest }) => digest.organ ?? []);
  const edition = editionForYear(year) ?? latestEdition;
  const duplicates = duplicatesAmong(checked);
  const items = checked.map((each) => {
    const { digest, errors, uri, isWhole } = each;
    const { organ } = digest;
    const same =
      duplicates.find((group) => group.some((other) => isSameReport(other, each)))?.filter((other) => !isSameReport(other, each)) ?? [];
    const isSecond = duplicates.some((group) => group.slice(1).some((other) => isSameReport(other, each)));
    const isAbove = isWhole || (organ !== null && organs.some((other) => governs(organ, other)));
    const notes = [
      ...(isAbove ? [t('Other reports are below it.')] : []),
      ...(same.length > 0
        ? [t('The same organ and year are also in {0}.', same.map((other) => relativeName(other.uri)).join(t(', ')))]
        : []),
      ...rollUp([digest], edition, year).missing.map((missing) => whyMissing(missing, edition)),
    ];
    return {
      label: organ ?? relativeName(uri),
      description: [relativeName(uri), errorCount(errors)].filter((part) => part !== '').join(' · '),
      detail: notes.length > 0 ? inOneLine(notes) : undefined,
      iconPath: new vscode.ThemeIcon(errors > 0 ? 'error' : 'pass'),
      picked: !isAbove && !isSecond,
      each,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: t('Roll up: which reports on {0}?', year),
    placeHolder: t('Reports that are ticked are summed.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ each }) => each);
}

/** Where the sums go: into a new report, or into one that is open. */
async function whereTo(chosen: readonly ListedReport[], year: number, { target }: RollUpOptions): Promise<'new' | OpenTarget | undefined> {
  if (target === 'new') return 'new';
  const open = await openReports(target ? [target] : urisOfTabs());
  const offered = open.filter(({ report }) => report.identity.year === null || report.identity.year === year);
  const targets = offered.map((each) => withSums(each, chosen, year));
  if (target) {
    if (targets.length === 0)
      vscode.window.showErrorMessage(
        open.length === 0
          ? t('{0} is no annual report.', relativeName(target))
          : t('{0} is on another year; nothing is written.', relativeName(target)),
      );
    return targets[0];
  }
  const locked = await Promise.all(targets.map(({ document }) => isReadOnly(document.uri)));
  const items = targets.map((each, index) => {
    const count = each.changes.changes.length;
    const notes = [
      ...(locked[index] ? [t('It is read-only and can’t be written into.')] : []),
      ...(each.chosen.length < chosen.length ? [t('It is among the reports to sum; its own figures are then left out.')] : []),
      ...(each.changes.lacking.length > 0 ? [lackingCount(each.changes.lacking)] : []),
    ];
    return {
      label: `$(go-to-file) ${displayName(each)}`,
      description: [relativeName(each.document.uri), wouldChange(count)].join(' – '),
      detail: notes.length > 0 ? inOneLine(notes) : undefined,
      target: each,
    };
  });
  const fresh = { label: `$(new-file) ${t('New report')}`, description: '', detail: undefined, target: 'new' as const };
  const picked = await vscode.window.showQuickPick([fresh, ...items], {
    title: t('Roll up: where do the sums go?'),
    placeHolder:
      offered.length < open.length
        ? t('Open reports on other years are not offered.')
        : t('Before an open report is changed, you see what would change.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked || picked.target === 'new') return picked?.target;
  // The report may have changed while the list was open.
  const now = openReportsIn(picked.target.document)[picked.target.index];
  return now && withSums(now, chosen, year);
}

/** What the sums would change in a report. The report itself is not summed. */
function withSums(open: OpenReport, all: readonly ListedReport[], year: number): OpenTarget {
  const chosen = all.filter(({ uri, index }) => uri.toString() !== open.document.uri.toString() || index !== open.index);
  const rolled = rollUp(
    chosen.map(({ digest }) => digest),
    open.report.edition,
    year,
  );
  return { ...open, chosen, rolled, changes: changesOf(open.report, rolled.sums) };
}

type Done = Pick<Outcome, 'edition' | 'into' | 'chosen' | 'missing'>;

/** Asks for the government's name, and opens a new report with the sums. */
async function intoNew(chosen: readonly ListedReport[], year: number, asked: RollUpOptions): Promise<Done | undefined> {
  const organ =
    asked.organ ??
    (await vscode.window.showInputBox({
      title: t('Roll up: the new report'),
      prompt: t('Full name of the government that reports'),
      placeHolder: t('such as 平安县人民政府'),
      value: governmentOf(chosen.flatMap(({ digest }) => digest.organ ?? [])) ?? '',
      validateInput: (value) => (value.trim() === '' ? t('The name is needed for the title.') : undefined),
      ignoreFocusOut: true,
    }));
  if (organ === undefined) return undefined;
  const name = organ.trim();
  const edition = editionForYear(year) ?? latestEdition;
  const { sums, missing } = rollUp(
    chosen.map(({ digest }) => digest),
    edition,
    year,
  );
  const text = `${summedLines(edition, year, sums, name).join('\n')}\n`;
  await vscode.window.showTextDocument(await untitled(reportTitle(name, String(year)), text), { preview: false });
  return { edition, into: { kind: 'new', name }, chosen: chosen.map(asChosen), missing };
}

/** Shows what would change, asks, and writes it as one edit. */
async function intoOpen(target: OpenTarget, texts: ShownTexts): Promise<Done | undefined> {
  const { document, start, report, rolled, changes } = target;
  const name = displayName(target);
  const count = changes.changes.length;
  if (count > 0) {
    if (await isReadOnly(document.uri)) return showRefusal(t('{0} is read-only; nothing is written.', name));
    const before = document.getText();
    const edits = changes.changes.map(({ cell, to }) => moved(writeCell(cell, to), start));
    const after = applyEdits(before, edits);
    if (!(await askWithDiff(target, before, after, texts))) return undefined;
    const now = await reopened(document);
    if (!now) return showRefusal(t('{0} has been closed; nothing is written.', name));
    if (now.getText() !== before) return showRefusal(t('{0} has been changed meanwhile; nothing is written. Please roll up again.', name));
    await writeEdits(now, edits);
    if (!isSameText(now.getText(), after)) return showRefusal(t('{0} is read-only; nothing is written.', name));
  }
  return {
    edition: report.edition,
    into: { kind: 'open', name, changed: count, lacking: changes.lacking },
    chosen: target.chosen.map(asChosen),
    missing: rolled.missing,
  };
}

/** The current state of a document. VS Code may close one whose tab was never shown; it is then opened again. */
async function reopened(document: vscode.TextDocument): Promise<vscode.TextDocument | undefined> {
  if (!document.isClosed) return document;
  const isInTab = urisOfTabs().some((uri) => uri.toString() === document.uri.toString());
  return isInTab ? vscode.workspace.openTextDocument(document.uri) : undefined;
}

/** True if two texts are equal apart from line ends, which VS Code writes as the document has them. */
function isSameText(a: string, b: string): boolean {
  return a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}

/** Makes the edits in one step through an editor, so that a read-only document stays as it is. */
async function writeEdits(document: vscode.TextDocument, edits: readonly Edit[]): Promise<void> {
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isTabOf(input, document.uri)));
  const editor = await vscode.window.showTextDocument(document, { viewColumn: group?.viewColumn });
  // A workspace edit would change a read-only document too.
  await editor.edit((builder) => {
    for (const { start, end, newText } of edits)
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
  });
}

function isTabOf(input: unknown, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}

function showRefusal(message: string): undefined {
  vscode.window.showErrorMessage(message);
  return undefined;
}

/** Shows the report beside what it would become, and asks for confirmation. */
async function askWithDiff(target: OpenTarget, before: string, after: string, texts: ShownTexts): Promise<boolean> {
  const { document, changes, rolled, chosen } = target;
  const name = displayName(target);
  const count = changes.changes.length;
  const file = (document.uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const [left, right] = [before, after].map((text) => texts.show(`${file}.${languageId}`, text));
  // As a preview, the diff would replace the report's own tab.
  await vscode.commands.executeCommand('vscode.diff', left, right, t('{0}: now, and with the sums', name), { preview: false });
  // The first item changes nothing, in case Enter is pressed once too often.
  const next = { label: `$(arrow-down) ${t('Look at the next change')}` };
  const yes = {
    label: `$(check) ${count === 1 ? t('Write the figure into {0}', name) : t('Write the {0} figures into {1}', count, name)}`,
  };
  const no = { label: `$(close) ${t('Leave it as it is')}` };
  const missing = chosen.filter(({ digest }) => rolled.missing.some((each) => each.digest === digest));
  const pick = vscode.window.createQuickPick();
  pick.title = t('Roll up into {0}?', name);
  pick.placeholder =
    missing.length > 0
      ? t('Not summed, or not all of it: {0}.', missing.map((each) => asChosen(each).name).join(t(', ')))
      : t('On the left the report as it is, on the right as it would be.');
  pick.items = [next, yes, no];
  pick.ignoreFocusOut = true;
  const answer = await new Promise<boolean>((resolve) => {
    pick.onDidAccept(async () => {
      const [picked] = pick.selectedItems;
      if (picked === next) await vscode.commands.executeCommand('workbench.action.compareEditor.nextChange');
      else resolve(picked === yes);
    });
    pick.onDidHide(() => resolve(false));
    pick.show();
  });
  pick.dispose();
  await closeDiff(right);
  return answer;
}

async function closeDiff(shown: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const ours = tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === shown.toString());
  await vscode.window.tabGroups.close(ours);
}

/** Tells the user what was summed, and shows the whole list on request. */
async function tellOutcome(outcome: Outcome, texts: ShownTexts): Promise<void> {
  const { message, isWhole, list } = toldOf(outcome);
  const show = t('Show the list');
  const picked = await (isWhole ? vscode.window.showInformationMessage(message, show) : vscode.window.showWarningMessage(message, show));
  if (picked !== show) return;
  const shown = texts.show(`${t('Roll-up of {0}', outcome.year)}.txt`, `${list.join('\n')}\n`);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(shown), { preview: true });
}

/** The documents in the user's tabs, each once. */
function urisOfTabs(): vscode.Uri[] {
  const uris = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => {
      if (input instanceof vscode.TabInputText) return [input.uri];
      return input instanceof vscode.TabInputTextDiff ? [input.modified] : [];
    })
    .filter(({ scheme }) => scheme !== shownScheme);
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** Languages of documents that may be reports. */
const languages = new Set([languageId, 'plaintext', 'markdown']);

async function openReports(uris: readonly vscode.Uri[]): Promise<OpenReport[]> {
  const documents = await Promise.all(uris.map(async (uri) => vscode.workspace.openTextDocument(uri).then(undefined, () => undefined)));
  return documents.flatMap((document) => (document && languages.has(document.languageId) ? openReportsIn(document) : []));
}

function openReportsIn(document: vscode.TextDocument): OpenReport[] {
  const found: OpenReport[] = [];
  let start = 0;
  for (const report of readReports(document.getText())) {
    if (report.isReport) found.push({ document, index: found.length, start, report });
    start += report.document.text.length;
  }
  return found;
}

/** True if a file can't be written. An editor that was set read-only only shows it when it is edited. */
async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  if (uri.scheme === 'file')
    return access(uri.fsPath, constants.W_OK).then(
      () => false,
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
    );
  const { permissions = 0 } = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch((): Partial<vscode.FileStat> => ({}));
  return (permissions & vscode.FilePermission.Readonly) !== 0;
}

function moved({ start, end, newText }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, newText };
}

function wouldChange(count: number): string {
  return count === 1 ? t('1 figure would change') : t('{0} figures would change', count);
}

function displayName({ report, document }: OpenReport): string {
  return report.identity.organ ?? relativeName(document.uri);
}

function asChosen({ uri, digest, errors }: ListedReport): Chosen {
  return { digest, name: digest.organ ?? relativeName(uri), file: relativeName(uri), errors };
}

function undatedOf({ reports }: WorkspaceReports): string[] {
  return [...new Set(reports.filter(({ digest }) => digest.year === null).map(({ uri }) => relativeName(uri)))];
}

function isSameReport(a: { uri: vscode.Uri; index: number }, b: { uri: vscode.Uri; index: number }): boolean {
  return a.index === b.index && a.uri.toString() === b.uri.toString();
}

function relativeName(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
