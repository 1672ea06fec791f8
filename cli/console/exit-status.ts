/** The exit statuses of every command: no errors; errors found; the command or one of its paths could not be processed. */
export const exitStatus = { clean: 0, errors: 1, failed: 2 } as const;
