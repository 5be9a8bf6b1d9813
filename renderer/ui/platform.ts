/** True on a Mac, where Ctrl is written and pressed as Command and Alt as Option. */
export function isMac(userAgent: string = navigator.userAgent): boolean {
  return /Mac|iPhone|iPad/.test(userAgent);
}
