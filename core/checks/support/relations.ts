import { t } from '@vscode/l10n';
import type { RelationCode } from '../../form';
import { inOneLine } from '../../language';
import type { Check } from './finding';
import type { CheckMetadata } from './metadata';
import { changeFix, relationMessage } from './wording';

/**
 * The check of one kind of relation: at its total, each that does not hold and that no `suspect-cell` explains. Where several
 * repairs are equally good, all are offered and none is asserted.
 */
export function relationCheck(metadata: CheckMetadata & { code: RelationCode }): Check {
  return {
    ...metadata,
    find({ balances }) {
      return balances.flatMap((balance) =>
        balance.unexplained.flatMap(({ relation, alternatives }) => {
          if (relation.code !== metadata.code) return [];
          const field = balance.table.edition.fields[relation.total];
          const cell = balance.cellOf(field);
          if (!cell) return [];
          return [
            {
              start: cell.start,
              end: cell.end,
              field: field.id,
              message: inOneLine([
                relationMessage(balance, relation),
                alternatives.length > 0
                  ? t('Several corrections explain it equally well.')
                  : t('No correction of a few cells explains it.'),
              ]),
              fixes: alternatives.map((changes) => changeFix(balance.table.table, changes)),
            },
          ];
        }),
      );
    },
  };
}
