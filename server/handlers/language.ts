import type {
  CodeActionParams,
  DocumentRangeFormattingParams,
  InlayHintParams,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensRangeParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { respond, respondAt, respondFromAll, respondFromEach } from '../dispatch';
import { codeActionsOf } from '../features/code-actions';
import { codeLensesOf } from '../features/code-lens';
import { completionsAt } from '../features/completion';
import { documentLinksOf } from '../features/document-links';
import { formattingOf } from '../features/formatting';
import { hoverAt } from '../features/hover';
import { inlayHintsOf } from '../features/inlay-hints';
import { foldingOfAll, mergedActions, symbolsOfAll } from '../features/many';
import { definitionAt, highlightsAt, referencesAt } from '../features/navigation';
import { selectionAt } from '../features/selection';
import { encodeTokens, placedTokens } from '../features/semantic-tokens';
import { readingAt, type ServerState } from '../state';

/** Answers the protocol's requests about an open document. A request for a document that is not open finds nothing. */
export function handleLanguage(state: ServerState): void {
  handlePlaces(state);
  handleShape(state);
  handleColours(state);
  handleEdits(state);
}

/** What is asked at a position. */
function handlePlaces(state: ServerState): void {
  const { connection } = state;
  connection.onHover(respondAt(state, hoverAt, undefined));
  connection.onDefinition(respondAt(state, definitionAt, []));
  connection.onReferences(respondAt(state, referencesAt, []));
  connection.onDocumentHighlight(respondAt(state, highlightsAt, []));
  connection.onSelectionRanges(
    respond(
      state,
      ({ textDocument: { uri }, positions }: SelectionRangeParams) =>
        positions.flatMap((position) => {
          const reading = readingAt(state, uri, position);
          return reading ? [selectionAt(reading, reading.document.offsetAt(position))] : [];
        }),
      [],
    ),
  );
  connection.onCompletion(
    respondAt(
      state,
      (reading, _, { position }: TextDocumentPositionParams) => {
        const { snippetSupport = false } = state.client.textDocument?.completion?.completionItem ?? {};
        return completionsAt(reading, position, snippetSupport, new Date());
      },
      [],
    ),
  );
}

/** The outline of a document, and what folds in it. */
function handleShape(state: ServerState): void {
  const { connection } = state;
  connection.onDocumentSymbol(respondFromAll(state, symbolsOfAll, []));
  connection.onFoldingRanges(respondFromAll(state, foldingOfAll, []));
}

/** What is shown in the text itself. */
function handleColours(state: ServerState): void {
  const { connection } = state;
  connection.onCodeLens(respondFromEach(state, codeLensesOf));
  connection.onDocumentLinks(respondFromEach(state, documentLinksOf));
  connection.languages.inlayHint.on(
    respondFromEach(state, (reading, { range }: InlayHintParams) => inlayHintsOf(reading, range, state.settings.inlayHints)),
  );
  const noTokens: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    respondFromAll(state, (readings) => encodeTokens(readings.flatMap((reading) => placedTokens(reading))), noTokens),
  );
  connection.languages.semanticTokens.onRange(
    respondFromAll(
      state,
      (readings, { range }: SemanticTokensRangeParams) => encodeTokens(readings.flatMap((reading) => placedTokens(reading, range))),
      noTokens,
    ),
  );
}

/** What changes the text. */
function handleEdits(state: ServerState): void {
  const { connection } = state;
  connection.onCodeAction(
    respondFromAll(
      state,
      (readings, { range, context: { only } }: CodeActionParams) => {
        const { documentChanges, snippetEditSupport } = state.client.workspace?.workspaceEdit ?? {};
        const options = { only, snippets: !!documentChanges && !!snippetEditSupport };
        return mergedActions(readings.flatMap((reading) => codeActionsOf(reading, range, options)));
      },
      [],
    ),
  );
  connection.onDocumentFormatting(respondFromEach(state, (reading) => formattingOf(reading)));
  connection.onDocumentRangeFormatting(
    respondFromEach(state, (reading, { range }: DocumentRangeFormattingParams) => formattingOf(reading, range)),
  );
}
