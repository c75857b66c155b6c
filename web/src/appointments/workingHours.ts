/** Working hours as people write them: `09:00–12:30, 14:00–18:00`. */

export const DAYS = [
  ["monday", "Monday"],
  ["tuesday", "Tuesday"],
  ["wednesday", "Wednesday"],
  ["thursday", "Thursday"],
  ["friday", "Friday"],
  ["saturday", "Saturday"],
  ["sunday", "Sunday"],
] as const;

type Span = { start: string; end: string };

export function hoursOf(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start.slice(0, 5)}–${end.slice(0, 5)}`).join(", ");
}

/** What was written; undefined where it cannot be read. Empty is a day without work. */
export function spansOf(text: string): Span[] | undefined {
  const parts = text.split(",").map((part) => part.trim());
  const spans: Span[] = [];
  for (const part of parts.filter(Boolean)) {
    const found = /^(\d{1,2}:\d{2})\s*[–-]\s*(\d{1,2}:\d{2})$/.exec(part);
    if (!found?.[1] || !found[2]) return undefined;
    spans.push({ start: found[1].padStart(5, "0"), end: found[2].padStart(5, "0") });
  }
  return spans;
}
