/** Joins the class names that are set, so that `isOn && styles.on` can stand in the list. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
