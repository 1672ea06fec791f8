/*
 * What the checks find can be reached by keyboard and is read out, each finding once: the first element that shows it holds a
 * button with a name. Messages that only repeat it are for the eyes.
 */
/** Makes the elements that say something reachable. */
export function makeReachable(report) {
  for (const element of report.querySelectorAll('[data-says]')) {
    const button = element.matches('td, th, li') ? within(element) : element;
    button.classList.add('stop');
    button.role = 'button';
    button.tabIndex = 0;
    button.ariaLabel = element.dataset.says ?? '';
  }
  for (const note of report.querySelectorAll('.notes li:not([data-says])')) note.ariaHidden = 'true';
  for (const notes of report.querySelectorAll('.notes')) if (!notes.querySelector('.stop')) notes.ariaHidden = 'true';
  // A title says the same as the name; it is for the mouse.
  for (const element of report.querySelectorAll('mark[title]')) {
    element.dataset.title = element.title;
    element.removeAttribute('title');
  }
}
/** A cell stays a cell, and an item an item: the button stands in it. */
function within(element) {
  const button = document.createElement('span');
  button.append(...element.childNodes);
  element.append(button);
  return button;
}
/** Shows the message of what the mouse rests on. */
export function showTitles(report) {
  report.addEventListener('mouseover', ({ target }) => {
    const element = target instanceof Element ? target.closest('[data-title]') : null;
    if (element?.dataset.title) element.title = element.dataset.title;
  });
  report.addEventListener('mouseout', ({ target }) => {
    if (target instanceof Element) target.closest('[data-title]')?.removeAttribute('title');
  });
}
export function remember(report) {
  const button = document.activeElement;
  if (!(button instanceof HTMLElement) || !report.contains(button)) return undefined;
  return { field: fieldOf(button), says: button.ariaLabel, index: stopsIn(report).indexOf(button) };
}
/** The button that was remembered, or the one that took its place. */
export function findAgain(report, { field, says, index }) {
  const stops = stopsIn(report);
  const alike = stops.filter((stop) => (field === undefined ? stop.ariaLabel === says : fieldOf(stop) === field));
  const distance = (stop) => Math.abs(stops.indexOf(stop) - index);
  return alike.sort((a, b) => distance(a) - distance(b))[0] ?? stops[Math.min(index, stops.length - 1)];
}
function stopsIn(report) {
  return [...report.querySelectorAll('.stop')];
}
function fieldOf(button) {
  return button.closest('[data-field]')?.dataset.field;
}
