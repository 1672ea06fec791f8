/** The year that a report written now is about: last year's until summer. */
export function reportedYear(now: Date): number {
  return now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear();
}
