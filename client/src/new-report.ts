import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { reportTitle } from '../../server/src/exchange/markdown';
import { newReport } from '../../server/src/exchange/renewal';
import { reportedYear } from '../../server/src/features/completion';
import { readReport } from '../../server/src/report/bind';
import type { Report } from '../../server/src/report/report';
import { languageId } from './server';
import { yearProblem } from './status';
import { untitled } from './untitled';

/** What may be said beforehand; what is not is asked for. */
interface Asked {
  organ?: string;
  year?: number;
  /** Last year's report. */
  last?: vscode.Uri;
}

/** The command, with what is said beforehand; the explorer's menu gives the file that was clicked. */
export function newReportCommand(asked?: unknown): Promise<void> {
  return create(isAsked(asked) ? asked : {});
}

function isAsked(given: unknown): given is Asked {
  return typeof given === 'object' && given !== null && !(given instanceof vscode.Uri);
}

/** Asks what is not said, and opens the report. */
async function create(asked: Asked): Promise<void> {
  const last = asked.last ? await open(asked.last) : asked.organ && asked.year ? null : await askLast();
  if (last === undefined) return;
  const { organ: lastOrgan, year: lastYear } = last?.identity ?? { organ: null, year: null };
  const given = asked.organ !== undefined && asked.year !== undefined;
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
  if (!answers) return;
  const organ = answers[0];
  const year = Number(answers[1]);
  const text = `${newReport({ organ, year, last: last ?? undefined }).join('\n')}\n`;
  const document = await untitled(reportTitle(organ, String(year)), text);
  const editor = await vscode.window.showTextDocument(document);
  // On the empty line that waits for the first paragraph.
  const first = /\n## .*\n\n/.exec(text);
  if (first) {
    const at = document.positionAt(first.index + first[0].length);
    editor.selection = new vscode.Selection(at, at);
  }
}

/** Last year's report; null to begin with nothing, undefined where the user has changed their mind. */
async function askLast(): Promise<Report | null | undefined> {
  const blank = { label: t('$(new-file) A blank report'), uri: undefined };
  const choose = { label: t('$(folder-opened) From last year’s report …'), uri: undefined };
  const known = vscode.workspace.textDocuments
    .filter((document) => document.languageId === languageId && document.uri.scheme !== 'untitled')
    .map((document) => ({ label: t('$(history) From {0}', document.uri.path.split('/').at(-1) ?? ''), uri: document.uri }));
  const picked = await vscode.window.showQuickPick([blank, choose, ...known], {
    title: t('New report'),
    placeHolder: t('Last year’s figures carried over and its text for reference, or nothing at all?'),
  });
  if (!picked) return undefined;
  if (picked === blank) return null;
  if (picked.uri) return open(picked.uri);
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('Last year’s report'),
      filters: { [t('Texts')]: ['nianbao', 'txt', 'md'] },
    })) ?? [];
  return file ? open(file) : undefined;
}

async function open(uri: vscode.Uri): Promise<Report | undefined> {
  let report: Report;
  try {
    report = readReport((await vscode.workspace.openTextDocument(uri)).getText());
  } catch {
    vscode.window.showErrorMessage(t('{0} can’t be read as text.', uri.path.split('/').at(-1) ?? ''));
    return undefined;
  }
  if (report.isReport) return report;
  vscode.window.showErrorMessage(t('{0} is no annual report.', uri.path.split('/').at(-1) ?? ''));
  return undefined;
}

/** A question of a series. */
interface Question {
  prompt: string;
  placeholder?: string;
  value: string;
  problem(value: string): string | undefined;
}

/**
 * Asks one question after the other in one box that stays open: a box that opens while another closes may lose the focus.
 * undefined where the user gives up.
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
