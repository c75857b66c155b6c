/** How long after the message before a step is due. */

const MINUTES = { day: 1_440, hour: 60, minute: 1 };

/** "at once", "3 days later". */
export function delayInWords(number: number, minutes: number): string {
  if (minutes === 0) return number === 1 ? "at once" : "right after it";
  for (const [unit, size] of Object.entries(MINUTES)) {
    if (minutes % size === 0) {
      const count = minutes / size;
      return `${count} ${unit}${count === 1 ? "" : "s"} later`;
    }
  }
  return `${minutes} minutes later`;
}
