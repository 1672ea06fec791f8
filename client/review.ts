import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { AwaitedReport, Review, ReviewedFinding, ReviewedReport, ReviewState } from '../server/protocol';
import { reviewChanged, reviewRequest } from '../server/protocol';
import type { Converter } from './converter';
import { droppedUris, importFiles, isForeignFile } from './import';
import { asRange } from './ranges';
import type { Server } from './server';

type ReviewGroup = ReviewState | 'awaited';
/** Nodes of the tree: groups; in them reports; in them findings. */
type Node =
  | { kind: 'state'; state: ReviewGroup; count: number }
  | { kind: 'report'; report: ReviewedReport }
  | { kind: 'finding'; report: ReviewedReport; finding: ReviewedFinding }
  | { kind: 'awaited'; awaited: AwaitedReport };

const states: readonly ReviewGroup[] = ['errors', 'warnings', 'awaited', 'right'];
const icons: Readonly<Record<ReviewGroup, string>> = { errors: 'error', warnings: 'warning', awaited: 'clock', right: 'pass' };
/** Time without a change before the tree is built again, in milliseconds. */
const delay = 500;

/** The review view: all reports of the workspace by state, and commands that go from finding to finding. */
export function registerReview(server: Server, converter: Converter): vscode.Disposable {
  const tree = new ReviewTree(server);
  const view = vscode.window.createTreeView('nianbao.review', {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [],
      dropMimeTypes: ['text/uri-list', 'files'],
      handleDrop: async (_target, dropped) => {
        const files = (await droppedUris(dropped)).filter(isForeignFile);
        if (files.length > 0) await importFiles(converter, files);
      },
    },
  });
  const step = (by: 1 | -1) => async () => {
    const found = await tree.findingBeside(vscode.window.activeTextEditor, by);
    if (found) await show(found.report.uri, found.finding);
    else vscode.window.setStatusBarMessage(t('There is no finding in the reports of the workspace.'), 3000);
  };
  return vscode.Disposable.from(
    view,
    vscode.commands.registerCommand('nianbao.review.refresh', () => tree.refresh()),
    vscode.commands.registerCommand('nianbao.review.filter', () => tree.askFilter(view)),
    vscode.commands.registerCommand('nianbao.review.next', step(1)),
    vscode.commands.registerCommand('nianbao.review.previous', step(-1)),
    vscode.commands.registerCommand('nianbao.review.show', show),
    vscode.languages.onDidChangeDiagnostics(() => tree.refreshSoon()),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) tree.refreshSoon();
    }),
  );
}

async function show(uri: string, finding: ReviewedFinding): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: asRange(finding.range) });
  editor.revealRange(asRange(finding.range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

class ReviewTree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private review: Promise<Review> | undefined;
  private filter: ReviewGroup | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** The last review that the server could make. */
  private last: Review = { reports: [], awaited: [] };

  constructor(private readonly server: Server) {
    server.onNotification(reviewChanged, () => this.refresh());
  }

  refresh(): void {
    this.review = undefined;
    this.changed.fire(undefined);
  }

  /** Refreshes the tree after a pause, if it has been shown. */
  refreshSoon(): void {
    if (!this.review) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), delay);
  }

  async askFilter(view: vscode.TreeView<Node>): Promise<void> {
    const items = [undefined, ...states].map((state) => ({ label: state ? groupName(state) : t('All reports'), state }));
    const picked = await vscode.window.showQuickPick(items, { title: t('Which reports?') });
    if (!picked) return;
    this.filter = picked.state;
    view.description = picked.state && picked.label;
    this.changed.fire(undefined);
  }

  /** The next or previous finding from the cursor, over all reports; the first if the cursor is in none of them. */
  async findingBeside(editor: vscode.TextEditor | undefined, by: 1 | -1) {
    const { reports } = await this.load();
    const all = reports.flatMap((report) => report.findings.map((finding) => ({ report, finding })));
    if (all.length === 0) return undefined;
    const uri = editor?.document.uri.toString();
    const place = editor?.selection.start;
    const position = ({ report, finding: { range } }: (typeof all)[number]) =>
      vscode.Uri.parse(report.uri).toString() === uri && place ? place.compareTo(asRange(range).start) : undefined;
    // How many findings come before the cursor, in its own report and in those above.
    const own = reports.findIndex((report) => vscode.Uri.parse(report.uri).toString() === uri);
    const isBefore = (each: (typeof all)[number]) => {
      const at = reports.indexOf(each.report);
      if (at !== own) return at < own;
      return by > 0 ? (position(each) ?? 0) >= 0 : (position(each) ?? 0) > 0;
    };
    const count = own < 0 ? 0 : all.filter(isBefore).length;
    return all[(by > 0 ? count : count - 1 + all.length) % all.length];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const { reports, awaited } = await this.load();
    if (!node)
      return states
        .filter((state) => !this.filter || state === this.filter)
        .map(
          (state): Node => ({
            kind: 'state',
            state,
            count: state === 'awaited' ? awaited.length : reports.filter((each) => each.state === state).length,
          }),
        )
        .filter((each) => each.kind === 'state' && each.count > 0);
    if (node.kind === 'report') return node.report.findings.map((finding): Node => ({ kind: 'finding', report: node.report, finding }));
    if (node.kind !== 'state') return [];
    if (node.state === 'awaited') return awaited.map((each): Node => ({ kind: 'awaited', awaited: each }));
    return reports.filter(({ state }) => state === node.state).map((report): Node => ({ kind: 'report', report }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case 'state': {
        const item = new vscode.TreeItem(`${groupName(node.state)} (${node.count})`, node.state === 'right' ? Collapsed : Expanded);
        item.iconPath = new vscode.ThemeIcon(icons[node.state]);
        return item;
      }
      case 'report': {
        const { uri, organ, year, findings, alsoIn } = node.report;
        const item = new vscode.TreeItem(
          organ ?? vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
          findings.length > 0 ? Collapsed : None,
        );
        item.description = [year, findings.length > 0 ? String(findings.length) : undefined].filter(Boolean).join(' · ');
        item.tooltip = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
        if (alsoIn.length > 0) {
          item.iconPath = new vscode.ThemeIcon('files');
          item.tooltip = t(
            'The same organ and year are also in {0}',
            alsoIn.map((file) => vscode.workspace.asRelativePath(file)).join(t(', ')),
          );
        }
        item.command = { command: 'vscode.open', title: '', arguments: [vscode.Uri.parse(uri)] };
        return item;
      }
      case 'finding': {
        const { message, code, severity, range } = node.finding;
        const item = new vscode.TreeItem(message, None);
        item.description = `${code} ${range.start.line + 1}`;
        item.tooltip = message;
        item.iconPath = new vscode.ThemeIcon(severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'info');
        item.command = { command: 'nianbao.review.show', title: '', arguments: [node.report.uri, node.finding] };
        return item;
      }
      case 'awaited': {
        const item = new vscode.TreeItem(node.awaited.organ, None);
        item.description = String(node.awaited.year);
        return item;
      }
    }
  }

  /** The review of the workspace. If the server can't make one, the last stays. */
  private load(): Promise<Review> {
    this.review ??= this.server.ask(reviewRequest, {}).then((review) => {
      this.last = review ?? this.last;
      return this.last;
    });
    return this.review;
  }
}

function groupName(state: ReviewGroup): string {
  switch (state) {
    case 'errors':
      return t('With errors');
    case 'warnings':
      return t('With warnings');
    case 'awaited':
      return t('Not yet there');
    case 'right':
      return t('Nothing wrong found');
  }
}
