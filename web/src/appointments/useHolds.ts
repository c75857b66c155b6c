/** Times that are held while one fills in a form, so that nobody else books them meanwhile. */
import { useState } from "react";
import { useMutation } from "urql";
import { HOLD_SLOT } from "./operations";

type Held = { host: string; begin: number; end: number; expires: number; token: string };

/** How long before it expires a hold is not counted on any more, in milliseconds. */
const NEAR = 5_000;
const MINUTE = 60_000;

export function useHolds() {
  const [held, setHeld] = useState<Held[]>([]);
  const [{ fetching }, hold] = useMutation(HOLD_SLOT);

  /** The hold within which all of this time lies, as long as it lasts. */
  const find = (host: string, startsAt: string, minutes: number): Held | undefined => {
    const begin = Date.parse(startsAt);
    return held.find(
      (one) =>
        one.host === host &&
        one.begin <= begin &&
        begin + minutes * MINUTE <= one.end &&
        Date.now() < one.expires - NEAR,
    );
  };

  /** What is wrong, in words; undefined where the time is held now, or was already. */
  const take = async (host: string, startsAt: string, minutes: number): Promise<string | undefined> => {
    if (find(host, startsAt, minutes)) return undefined;
    const { data, error } = await hold({ input: { host, startsAt, durationMinutes: minutes } });
    const { token, expiresAt, userErrors } = data?.holdSlot ?? {};
    if (token && expiresAt) {
      const begin = Date.parse(startsAt);
      const taken = { host, begin, end: begin + minutes * MINUTE, expires: Date.parse(expiresAt), token };
      setHeld((before) => [...before, taken]);
      return undefined;
    }
    // Without a connection nothing is held: whoever books is told then.
    return error ? undefined : userErrors?.map(({ message }) => message).join(" ");
  };

  /** When those begin that are held for this length: nobody is offered them any more, oneself included. */
  const begins = (host: string, minutes: number): string[] =>
    held
      .filter((one) => one.host === host && one.end - one.begin === minutes * MINUTE && Date.now() < one.expires - NEAR)
      .map((one) => new Date(one.begin).toISOString());

  return { find, take, begins, taking: fetching };
}
