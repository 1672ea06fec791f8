import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { readReport } from '../core/report/bind';
import type { Report } from '../core/report/report';
import { reportTitle } from '../core/writing/markdown';
import { newReport } from '../core/writing/renewal';
import { reportedYear } from '../core/writing/reported-year';
import { foreignEndings } from '../exchange/formats';
import { textEndings } from '../files/endings';
import type { Converter } from './converter';
import { reportTextOf } from './import';
import { type KnownReport, knownReports } from './known-reports';
import { yearProblem } from './status';
import { untitled } from './untitled';

/** The command's arguments. The user is asked for those that are missing. */
interface NewReportOptions {
  organ?: string;
  year?: number;
  /** Last year's report. */
  last?: vscode.Uri;
}

/** The command. The explorer's menu passes the file that was clicked. True if a report was opened. */
export function newReportCommand(converter: Converter, asked?: unknown): Promise<boolean> {
  return create(converter, isNewReportOptions(asked) ? asked : {});
}

function isNewReportOptions(given: unknown): given is NewReportOptions {
  return typeof given === 'object' && given !== null && !(given instanceof vscode.Uri);
}

/** Asks for the arguments that are missing, and opens the report. */
async function create(converter: Converter, asked: NewReportOptions): Promise<boolean> {
  const given = asked.organ !== undefined && asked.year !== undefined;
  let last = asked.last && (await open(converter, asked.last));
  while (!last && !(given && !asked.last)) {
    const picked = await askLast();
    if (picked === undefined) return false;
    if (picked === 'blank') break;
    last = await open(converter, picked);
  }
  const { organ: lastOrgan, year: lastYear } = last?.identity ?? { organ: null, year: null };
  const answers = given
    ? [asked.organ as string, String(asked.year)]
    : await askInTurn(t('New report'), [
        {
          prompt: t('Full name of the organ that reports, with its region'),
          placeholder: t('such as 平安县水利局'),
          value: asked.organ ?? lastOrgan ?? '',
          problem: (value) => (value.trim() === '' ? t('The name is needed for the title.') : undefined),
        },
        {
          prompt: t('Year reported on'),
          value: String(asked.year ?? (lastYear ? lastYear + 1 : reportedYear(new Date()))),
          problem: yearProblem,
        },
      ]);
  if (!answers) return false;
  const organ = answers[0];
  const year = Number(answers[1]);
  const text = `${newReport({ organ, year, last }).join('\n')}\n`;
  const document = await untitled(reportTitle(organ, String(year)), text);
  const editor = await vscode.window.showTextDocument(document);
  // The empty line for the first paragraph.
  const first = /\n## .*\n\n/.exec(text);
  if (first) {
    const at = document.positionAt(first.index + first[0].length);
    editor.selection = new vscode.Selection(at, at);
  }
  return true;
}

/** An item of the first question. */
interface Choice extends vscode.QuickPickItem {
  choice?: 'blank' | 'file' | vscode.Uri;
}

/** Last year's report, one of those that are open or in the workspace, or any file; undefined if the user cancels. */
async function askLast(): Promise<'blank' | vscode.Uri | undefined> {
  const cancelled = new vscode.CancellationTokenSource();
  const box = vscode.window.createQuickPick<Choice>();
  const fixed: Choice[] = [
    { label: t('$(new-file) A blank report'), choice: 'blank' },
    { label: t('$(folder-opened) From a file: text, Word, web page …'), choice: 'file' },
  ];
  const show = (reports: readonly KnownReport[]) => {
    const [active] = box.activeItems;
    const proposed = reports.map(
      ({ uri, organ, year }): Choice => ({
        label: `$(history) ${vscode.workspace.asRelativePath(uri)}`,
        description: [organ, year].filter((each) => each !== null).join(' · '),
        choice: uri,
      }),
    );
    const rule: Choice[] = [{ label: t('From last year’s report'), kind: vscode.QuickPickItemKind.Separator }];
    box.items = proposed.length > 0 ? [...fixed, ...rule, ...proposed] : fixed;
    const same = box.items.find(({ choice }) => String(choice) === String(active?.choice));
    if (same) box.activeItems = [same];
  };
  box.title = t('New report');
  box.placeholder = t('Last year’s figures carried over and its text for reference, or nothing at all?');
  box.matchOnDescription = true;
  box.keepScrollPosition = true;
  // Looking up a file, or a dialog that takes the focus, does not cancel.
  box.ignoreFocusOut = true;
  box.busy = true;
  show([]);
  box.show();
  const searched = knownReports(cancelled.token, show).finally(() => {
    box.busy = false;
  });
  searched.catch(() => undefined);
  const picked = await new Promise<Choice | undefined>((resolve) => {
    box.onDidAccept(() => {
      if (box.selectedItems.length > 0) resolve(box.selectedItems[0]);
    });
    box.onDidHide(() => resolve(undefined));
  });
  cancelled.cancel();
  cancelled.dispose();
  box.dispose();
  if (picked?.choice !== 'file') return picked?.choice;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('Last year’s report'),
      filters: { [t('Reports')]: [...textEndings, ...foreignEndings], [t('All files')]: ['*'] },
    })) ?? [];
  // If no file is chosen, the first question is asked again.
  return file ?? (await askLast());
}

/** Reads last year's report from a file of any kind. Tells the user if it can't be read or is not a report. */
async function open(converter: Converter, uri: vscode.Uri): Promise<Report | undefined> {
  const name = uri.path.split('/').at(-1) ?? '';
  const read = await converter.withProgress(t('Reading {0}', name), async (thread, signal) => {
    try {
      return await reportTextOf(thread, uri, signal);
    } catch (error) {
      const reason = (error as Error).message.split('\n')[0];
      if (!signal.aborted) vscode.window.showErrorMessage(t('{0} can’t be read: {1}', name, reason));
      return undefined;
    }
  });
  if (!read) return undefined;
  const report = readReport(read.text);
  if (!report.isReport) {
    vscode.window.showErrorMessage(t('{0} is no annual report.', name));
    return undefined;
  }
  if (read.notes.length > 0) vscode.window.showInformationMessage(`${name}${t(': ')}${read.notes.join(t('; '))}`);
  return report;
}

/** One of several questions. */
interface Question {
  prompt: string;
  placeholder?: string;
  value: string;
  problem(value: string): string | undefined;
}

/**
 * Asks one question after the other in one box that stays open: a box that opens while another closes may lose the focus.
 * undefined if the user cancels.
 */
function askInTurn(title: string, questions: readonly Question[]): Promise<string[] | undefined> {
  const box = vscode.window.createInputBox();
  const answers: string[] = [];
  box.title = title;
  box.totalSteps = questions.length;
  box.ignoreFocusOut = true;
  const ask = ({ prompt, placeholder, value }: Question) => {
    box.step = answers.length + 1;
    box.prompt = prompt;
    box.placeholder = placeholder;
    box.value = value;
    box.validationMessage = undefined;
    box.show();
  };
  return new Promise((resolve) => {
    box.onDidChangeValue((value) => {
      if (box.validationMessage) box.validationMessage = questions[answers.length].problem(value);
    });
    box.onDidAccept(() => {
      const value = box.value.trim();
      box.validationMessage = questions[answers.length].problem(value);
      if (box.validationMessage) return;
      answers.push(value);
      if (answers.length < questions.length) ask(questions[answers.length]);
      else {
        resolve(answers);
        box.dispose();
      }
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    ask(questions[0]);
  });
}
