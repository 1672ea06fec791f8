import * as vscode from 'vscode';
import type { Step } from '../../core/report/steps';
import { asRange } from '../ranges';
import { type Engine, type Expected, OpenReports } from './open-reports';

/**
 * Types into tables and moves between cells without waiting for VS Code. Takes into account what it was asked for and has not
 * done yet, so that keys can be pressed at any speed, also over a slow connection.
 */
export class TableTyping implements vscode.Disposable {
  readonly reports: OpenReports;
  /** Where the cursor will be when all pending commands are done. */
  private ahead: { editor: vscode.TextEditor; selection: vscode.Selection } | undefined;
  /** True if the text has changed since the last step. */
  private hasChanged = false;
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(() => {
    this.hasChanged = true;
  });
  /** Commands that have run before. VS Code may run a command out of order the first time. */
  private readonly known = new Set<string>();
  /** True if a pending command has an effect that can't be predicted, or may run out of order. */
  private hasUnknown = false;
  /** Settles when the pending commands are done. */
  private underway: Promise<unknown> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly engine: Engine,
    /** Called whenever no command is pending any more. */
    private readonly onIdle: () => void,
  ) {
    this.reports = new OpenReports(engine, () => {
      this.hasUnknown = !this.isIdle;
    });
  }

  get isIdle(): boolean {
    return this.count === 0;
  }

  /** Resolves when no command is pending. */
  async idle(): Promise<void> {
    while (!this.isIdle) await this.underway;
  }

  /** Resolves when the next command can't overtake the pending ones. */
  async settled(): Promise<void> {
    if (this.hasUnknown) await this.idle();
  }

  isInTable({ document, selection }: vscode.TextEditor): boolean {
    const { report, document: view } = this.reports.reportAt(document, selection.active);
    return this.engine.tablePlaceAt(report, view.offsetAt(selection.active)) !== undefined;
  }

  /** Types text without line breaks in place of the selection. */
  type(editor: vscode.TextEditor, text: string): void {
    let range: vscode.Range = this.selectionOf(editor);
    // VS Code types character by character.
    for (const character of text) {
      this.reports.expect(editor.document, { range, text: character });
      const after = range.start.translate(0, character.length);
      range = new vscode.Range(after, after);
    }
    this.ahead = { editor, selection: new vscode.Selection(range.start, range.end) };
    this.execute(editor, 'default:type', { text });
  }

  /** Selects the cell that a step leads to. Outside tables, VS Code handles the key as usual. */
  go(editor: vscode.TextEditor, step: Step): void {
    const { active } = this.selectionOf(editor);
    const { report, document } = this.reports.reportAt(editor.document, active);
    const offset = document.offsetAt(active);
    const place = this.engine.tablePlaceAt(report, offset);
    if (!place || (step === 'below' && !place.cell)) {
      this.outside(editor, step);
      return;
    }
    const span = this.engine.destinationFrom(report, offset, step);
    if (!span) return;
    const range = asRange(this.engine.rangeIn(document, span));
    const selection = new vscode.Selection(range.start, range.end);
    // A cursor command ends an undo step; setting the selection does not.
    if (this.hasChanged || !this.isIdle) this.execute(editor, 'cursorMove', { to: 'right' });
    this.hasChanged = false;
    this.ahead = { editor, selection };
    editor.selection = selection;
    if (!editor.visibleRanges.some((visible) => visible.contains(range))) editor.revealRange(range);
    // Resolves when VS Code has processed the selection.
    this.execute(editor, 'noop');
  }

  /** Lets VS Code handle a key as usual. */
  private outside(editor: vscode.TextEditor, step: Step): void {
    if (step === 'below') this.execute(editor, 'default:type', { text: '\n' });
    else this.execute(editor, step === 'next' ? 'tab' : 'outdent');
    this.hasUnknown = true;
  }

  /** Runs a command of VS Code. */
  run(editor: vscode.TextEditor, command: string): void {
    this.execute(editor, command);
    // VS Code reports the cursor before it answers this.
    this.execute(editor, 'noop');
  }

  private selectionOf(editor: vscode.TextEditor): vscode.Selection {
    return this.ahead?.editor === editor ? this.ahead.selection : editor.selection;
  }

  private execute(editor: vscode.TextEditor, command: string, args?: unknown): void {
    this.count++;
    if (!this.known.has(command)) this.hasUnknown = true;
    const end = () => {
      this.known.add(command);
      if (--this.count > 0) return;
      this.hasUnknown = false;
      this.ahead = undefined;
      this.makeUp(editor, this.reports.settle(editor.document));
      this.onIdle();
    };
    this.underway = Promise.resolve(vscode.commands.executeCommand(command, args)).then(end, end);
  }

  /** Makes edits that VS Code was asked for and did not make because the editor lost the focus. */
  private async makeUp(editor: vscode.TextEditor, edits: readonly Expected[]): Promise<void> {
    for (const { range, text } of edits) await editor.edit((edit) => edit.replace(range, text));
  }

  dispose(): void {
    this.subscription.dispose();
    this.reports.dispose();
  }
}
