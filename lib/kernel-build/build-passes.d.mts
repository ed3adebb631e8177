/** The text of the file that holds the compiled passes. */
export function passesFile(): Promise<string>;
