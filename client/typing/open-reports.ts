import * as vscode from 'vscode';
import type { OpenDocument } from '../../core/editing/open-document';
import type { later } from '../load';

export type Engine = Awaited<ReturnType<typeof later>>;
export type ReportAt = ReturnType<OpenDocument['reportAt']>;

/** An edit that VS Code was asked for and has not yet reported. */
export interface Expected {
  range: vscode.Range;
  text: string;
}

interface Known {
  document: OpenDocument;
  expected: Expected[];
}

/**
 * The reports of open documents, with the edits that VS Code was asked for and has not yet made. An edit only reads the report
 * that it is in again, so the time does not depend on how many reports a file has.
 */
export class OpenReports implements vscode.Disposable {
  private readonly known = new Map<vscode.TextDocument, Known>();
  private readonly subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
    vscode.workspace.onDidCloseTextDocument((document) => this.known.delete(document)),
  );

  constructor(
    private readonly engine: Engine,
    /** Called when an edit is not the expected one. */
    private readonly onSurprise: () => void,
  ) {}

  /** The report at a position. */
  reportAt(document: vscode.TextDocument, position: vscode.Position): ReportAt {
    return this.of(document).document.reportAt(position);
  }

  /** Applies an edit that VS Code was asked for. */
  expect(document: vscode.TextDocument, edit: Expected): void {
    const { document: own, expected } = this.of(document);
    own.change(edit);
    expected.push(edit);
  }

  /** Returns the expected edits that did not come, and forgets them. */
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
      // The document does not have the expected text.
      this.known.delete(document);
      this.onSurprise();
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
