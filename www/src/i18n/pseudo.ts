/** Right-to-left pseudo text: the English message, overridden to run from right to left. */
export function pseudoRtl(text: string): string {
  return `\u202e${text}\u202c`;
}
