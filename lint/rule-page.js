/**
 * Where a rule is explained, as an address that editors can open.
 *
 * @param {string} rule such as `wait-without-end`
 */
export function pageOf(rule) {
  return new URL(`../docs/rules/${rule}.md`, import.meta.url).href;
}
