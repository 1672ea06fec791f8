/** Keeps the columns of totals in sight, side by side at the right, in tables that are wider than the page. */
export function keepTotals(report) {
  for (const box of report.querySelectorAll('.table')) {
    const cells = [...box.querySelectorAll('[data-total]')];
    box.classList.remove('wide');
    const isWide = box.scrollWidth > box.clientWidth;
    box.classList.toggle('wide', isWide);
    // Widths are read before anything is written.
    const widths = new Map(cells.map((cell) => [Number(cell.dataset.total), cell.offsetWidth]));
    for (const cell of cells) {
      let right = 0;
      for (let after = 0; after < Number(cell.dataset.total); after++) right += widths.get(after) ?? 0;
      cell.style.right = isWide ? `${right}px` : '';
    }
  }
}
