import * as vscode from 'vscode';
import type { OpenDocument } from '../../core/editing/open-document';
import type { later } from '../load';

export type Engine = Awaited<ReturnType<typeof later>>;
export type ReportAt = ReturnType<OpenDocument['reportAt']>;

/** An edit that the editor has been asked for, and has not told of yet. */
export interface Expected {
  range: vscode.Range;
  text: string;
}

interface Known {
  document: OpenDocument;
  expected: Expected[];
}

/**
 * The reports of open documents, as they stand in the editor at this moment, with the edits that the editor has been asked
 * for. An edit reads only the report that it is in again, so this takes as long in a file of a thousand reports as in a
 * file of one.
 */
export class OpenReports implements vscode.Disposable {
  private readonly known = new Map<vscode.TextDocument, Known>();
  private readonly subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
    vscode.workspace.onDidCloseTextDocument((document) => this.known.delete(document)),
  );

  constructor(
    private readonly engine: Engine,
    /** Called when something else was edited than what was expected. */
    private readonly onSurprise: () => void,
  ) {}

  /** The report around a place. */
  reportAt(document: vscode.TextDocument, position: vscode.Position): ReportAt {
    return this.of(document).document.reportAt(position);
  }

  /** Makes an edit that the editor has been asked for. */
  expect(document: vscode.TextDocument, edit: Expected): void {
    const { document: own, expected } = this.of(document);
    own.change(edit);
    expected.push(edit);
  }

  /** Forgets what was expected and did not come, and gives it. */
  settle(document: vscode.TextDocument): readonly Expected[] {
    const known = this.known.get(document);
    if (!known || (known.expected.length === 0 && known.document.version === document.version)) return [];
    this.known.delete(document);
    return known.expected;
  }

  private of(document: vscode.TextDocument): Known {
    const known = this.known.get(document);
    if (known) return known;
    const { create } = this.engine.OpenDocument.configuration;
    const own = create(document.uri.toString(), document.languageId, document.version, document.getText());
    const fresh: Known = { document: own, expected: [] };
    this.known.set(document, fresh);
    return fresh;
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.known.get(document);
    if (!known || contentChanges.length === 0) return;
    known.document.version = document.version;
    const [awaited] = known.expected;
    if (!awaited) for (const change of contentChanges) known.document.change(change);
    else if (contentChanges.length === 1 && awaited.text === contentChanges[0].text && awaited.range.isEqual(contentChanges[0].range))
      known.expected.shift();
    else {
      // What was expected does not stand where it was expected.
      this.known.delete(document);
      this.onSurprise();
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
