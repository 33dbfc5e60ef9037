/** What XML 1.0 does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be left out
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Any text as content or attribute of an XML file; characters that no such file may hold are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, "")
    .replace(/[&<>"']/g, (mark) => MARKS[mark] ?? "");
}
