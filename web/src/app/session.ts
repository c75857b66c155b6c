/** Whose token this browser has. It comes from the sign-in page, or from the address `make run` prints (`#token=`). */
import { useSyncExternalStore } from "react";

const KEY = "cam-token";
const listeners = new Set<() => void>();

/** Take the token out of the address, where it must not stay: addresses are copied and kept. */
export function takeTokenFromAddress(): void {
  const given = new URLSearchParams(window.location.hash.slice(1)).get("token");
  if (given === null) return;
  localStorage.setItem(KEY, given);
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
}

export function currentToken(): string | null {
  return localStorage.getItem(KEY);
}

export function keepToken(token: string): void {
  localStorage.setItem(KEY, token);
  for (const tell of listeners) tell();
}

/** Sign out, also where the server refused the token: it expired, or was revoked. */
export function forgetToken(): void {
  localStorage.removeItem(KEY);
  for (const tell of listeners) tell();
}

/** The token, for components; another tab's signing in and out counts. */
export function useToken(): string | null {
  return useSyncExternalStore((tell) => {
    const fromElsewhere = (event: StorageEvent) => event.key === KEY && tell();
    listeners.add(tell);
    window.addEventListener("storage", fromElsewhere);
    return () => {
      listeners.delete(tell);
      window.removeEventListener("storage", fromElsewhere);
    };
  }, currentToken);
}
