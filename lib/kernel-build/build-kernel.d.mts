/** The text of each file that holds the compiled kernel, by name. */
export function kernelFiles(): Promise<Record<string, string>>;
