import * as vscode from 'vscode';
import type { Step } from '../../core/report/steps';
import { asRange } from '../ranges';
import { type Engine, type Expected, OpenReports } from './open-reports';

/**
 * Types into tables and goes from cell to cell without waiting for the editor: what has been asked for and is not done yet
 * is taken into account, so that keys can follow each other at any speed, and over a slow connection.
 */
export class TableTyping implements vscode.Disposable {
  readonly reports: OpenReports;
  /** Where the cursor will be, once all that is under way is done. */
  private ahead: { editor: vscode.TextEditor; selection: vscode.Selection } | undefined;
  /** The text has changed since the last step. */
  private hasChanged = false;
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(() => {
    this.hasChanged = true;
  });
  /** Commands that have been carried out before. The first time the editor may take one out of its order. */
  private readonly known = new Set<string>();
  /** What is under way ends in a way that is not known beforehand, or out of its order. */
  private hasUnknown = false;
  /** What is under way, the last of it last. */
  private underway: Promise<unknown> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly engine: Engine,
    /** Called each time when nothing is under way any more. */
    private readonly onIdle: () => void,
  ) {
    this.reports = new OpenReports(engine, () => {
      this.hasUnknown = !this.isIdle;
    });
  }

  get isIdle(): boolean {
    return this.count === 0;
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    while (!this.isIdle) await this.underway;
  }

  /** Resolves once what comes next can't overtake what is under way. */
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
    // The editor types one character after the other.
    for (const character of text) {
      this.reports.expect(editor.document, { range, text: character });
      const after = range.start.translate(0, character.length);
      range = new vscode.Range(after, after);
    }
    this.ahead = { editor, selection: new vscode.Selection(range.start, range.end) };
    this.execute(editor, 'default:type', { text });
  }

  /** Selects what a key leads to. Outside of tables the editor does what it does by itself. */
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
    // A step of the cursor ends what one undo takes back; setting the selection alone does not.
    if (this.hasChanged || !this.isIdle) this.execute(editor, 'cursorMove', { to: 'right' });
    this.hasChanged = false;
    this.ahead = { editor, selection };
    editor.selection = selection;
    if (!editor.visibleRanges.some((visible) => visible.contains(range))) editor.revealRange(range);
    // Done once the editor has got so far.
    this.execute(editor, 'noop');
  }

  /** Lets the editor do what it does by itself with a key. */
  private outside(editor: vscode.TextEditor, step: Step): void {
    if (step === 'below') this.execute(editor, 'default:type', { text: '\n' });
    else this.execute(editor, step === 'next' ? 'tab' : 'outdent');
    this.hasUnknown = true;
  }

  /** Lets the editor do something by itself. */
  run(editor: vscode.TextEditor, command: string): void {
    this.execute(editor, command);
    // The editor says where the cursor is before it answers this.
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

  /** Makes edits that the editor was asked for and has not made, since the focus has left it meanwhile. */
  private async makeUp(editor: vscode.TextEditor, edits: readonly Expected[]): Promise<void> {
    for (const { range, text } of edits) await editor.edit((edit) => edit.replace(range, text));
  }

  dispose(): void {
    this.subscription.dispose();
    this.reports.dispose();
  }
}
