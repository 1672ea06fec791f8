/*
 * What the checks find can be reached by keyboard and is read out, each finding once: the first element that shows it holds a
 * button with a name. Messages that only repeat it are for the eyes.
 */

/** Makes the elements that say something reachable. */
export function makeReachable(report: HTMLElement): void {
  for (const element of report.querySelectorAll<HTMLElement>('[data-says]')) {
    const button = element.matches('td, th, li') ? within(element) : element;
    button.classList.add('stop');
    button.role = 'button';
    button.tabIndex = 0;
    button.ariaLabel = element.dataset.says ?? '';
  }
  for (const note of report.querySelectorAll('.notes li:not([data-says])')) note.ariaHidden = 'true';
  for (const notes of report.querySelectorAll('.notes')) if (!notes.querySelector('.stop')) notes.ariaHidden = 'true';
  // A title says the same as the name; it is for the mouse.
  for (const element of report.querySelectorAll<HTMLElement>('mark[title]')) {
    element.dataset.title = element.title;
    element.removeAttribute('title');
  }
}

/** A cell remains a cell and an item an item: the button goes inside. */
function within(element: HTMLElement): HTMLElement {
  const button = document.createElement('span');
  button.append(...element.childNodes);
  element.append(button);
  return button;
}

/** Shows the message of what the mouse rests on. */
export function showTitles(report: HTMLElement): void {
  report.addEventListener('mouseover', ({ target }) => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-title]') : null;
    if (element?.dataset.title) element.title = element.dataset.title;
  });
  report.addEventListener('mouseout', ({ target }) => {
    if (target instanceof Element) target.closest('[data-title]')?.removeAttribute('title');
  });
}

/** By what a button is known again after the page was drawn again: its field, or what it says, and its place among all. */
export interface Remembered {
  field: string | undefined;
  says: string | null;
  index: number;
}

export function remember(report: HTMLElement): Remembered | undefined {
  const button = document.activeElement;
  if (!(button instanceof HTMLElement) || !report.contains(button)) return undefined;
  return { field: fieldOf(button), says: button.ariaLabel, index: stopsIn(report).indexOf(button) };
}

/** The button that was remembered, or the one that took its place. */
export function findAgain(report: HTMLElement, { field, says, index }: Remembered): HTMLElement | undefined {
  const stops = stopsIn(report);
  const alike = stops.filter((stop) => (field === undefined ? stop.ariaLabel === says : fieldOf(stop) === field));
  const distance = (stop: HTMLElement) => Math.abs(stops.indexOf(stop) - index);
  return alike.sort((a, b) => distance(a) - distance(b))[0] ?? stops[Math.min(index, stops.length - 1)];
}

function stopsIn(report: HTMLElement): HTMLElement[] {
  return [...report.querySelectorAll<HTMLElement>('.stop')];
}

function fieldOf(button: HTMLElement): string | undefined {
  return button.closest<HTMLElement>('[data-field]')?.dataset.field;
}
