import type {
  CodeActionParams,
  DocumentRangeFormattingParams,
  InlayHintParams,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensRangeParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { answer, answerAt, answerFromAll, answerFromEach } from '../dispatch';
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
  connection.onHover(answerAt(state, hoverAt, undefined));
  connection.onDefinition(answerAt(state, definitionAt, []));
  connection.onReferences(answerAt(state, referencesAt, []));
  connection.onDocumentHighlight(answerAt(state, highlightsAt, []));
  connection.onSelectionRanges(
    answer(
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
    answerAt(
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
  connection.onDocumentSymbol(answerFromAll(state, symbolsOfAll, []));
  connection.onFoldingRanges(answerFromAll(state, foldingOfAll, []));
}

/** What is shown in the text itself. */
function handleColours(state: ServerState): void {
  const { connection } = state;
  connection.onCodeLens(answerFromEach(state, codeLensesOf));
  connection.onDocumentLinks(answerFromEach(state, documentLinksOf));
  connection.languages.inlayHint.on(
    answerFromEach(state, (reading, { range }: InlayHintParams) => inlayHintsOf(reading, range, state.settings.inlayHints)),
  );
  const noTokens: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    answerFromAll(state, (readings) => encodeTokens(readings.flatMap((reading) => placedTokens(reading))), noTokens),
  );
  connection.languages.semanticTokens.onRange(
    answerFromAll(
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
    answerFromAll(
      state,
      (readings, { range, context: { only } }: CodeActionParams) => {
        const { documentChanges, snippetEditSupport } = state.client.workspace?.workspaceEdit ?? {};
        const options = { only, snippets: !!documentChanges && !!snippetEditSupport };
        return mergedActions(readings.flatMap((reading) => codeActionsOf(reading, range, options)));
      },
      [],
    ),
  );
  connection.onDocumentFormatting(answerFromEach(state, (reading) => formattingOf(reading)));
  connection.onDocumentRangeFormatting(
    answerFromEach(state, (reading, { range }: DocumentRangeFormattingParams) => formattingOf(reading, range)),
  );
}
