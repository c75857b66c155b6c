/** What the server says is wrong, at the field it says it of. */
import { notifications } from "@mantine/notifications";
import type { CombinedError } from "urql";
import { inWords } from "../app/Failed";

export type UserError = { field?: string[] | null; message: string };
type Form = { values: unknown; setErrors: (errors: Record<string, string>) => void };

/** The errors by the form's path of a field: `["input", "criteria", "seedUrls"]` is `criteria.seedUrls`. */
export function errorsByField(errors: readonly UserError[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, message } of errors) {
    const path = (field ?? []).filter((part, at) => !(at === 0 && part === "input")).join(".");
    found[path] = found[path] ? `${found[path]} ${message}` : message;
  }
  return found;
}

/** Put errors at their fields; those of fields which the form does not show are told beside it. Whether there were any. */
export function putErrors(form: Form, errors?: readonly UserError[], failure?: CombinedError): boolean {
  if (failure) tell(inWords(failure));
  const byField = errorsByField(errors ?? []);
  form.setErrors(byField);
  for (const [path, message] of Object.entries(byField)) if (!shows(form.values, path)) tell(message);
  return failure !== undefined || Object.keys(byField).length > 0;
}

/** Tell of a mutation without a form that was refused. Whether it was. */
export function tellErrors(errors?: readonly UserError[], failure?: CombinedError): boolean {
  if (failure) tell(inWords(failure));
  for (const { message } of errors ?? []) tell(message);
  return failure !== undefined || (errors ?? []).length > 0;
}

function shows(values: unknown, path: string): boolean {
  if (path === "") return false;
  let at: unknown = values;
  for (const part of path.split(".")) {
    if (typeof at !== "object" || at === null || !(part in at)) return Array.isArray(at);
    at = (at as Record<string, unknown>)[part];
  }
  return true;
}

function tell(message: string) {
  notifications.show({ color: "red", message, autoClose: 10_000 });
}
