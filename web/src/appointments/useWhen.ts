/** When, how long, and with whom of us: what booking and moving ask alike. */
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useQuery } from "urql";
import { OWN_ZONE } from "../time/zones";
import { instantOf } from "./clocks";
import { HOSTS } from "./operations";
import { useHolds } from "./useHolds";

export type When = {
  host: string;
  durationMinutes: string;
  startsAt: string;
  startsAtLocal: string;
  timeZone: string;
};

const EMPTY: When = { host: "", durationMinutes: "30", startsAt: "", startsAtLocal: "", timeZone: OWN_ZONE };

export function useWhen(initial: Partial<When>) {
  const form = useForm<When>({ initialValues: { ...EMPTY, ...initial } });
  const [by, setBy] = useState<"slot" | "time">("slot");
  const [{ data }] = useQuery({ query: HOSTS });
  const holds = useHolds();
  const { values } = form;
  const hosts = data?.hosts.nodes ?? [];
  const host = hosts.find(({ name }) => name.toLowerCase() === values.host.trim().toLowerCase());
  const minutes = Number(values.durationMinutes);
  const startsAt = by === "slot" ? values.startsAt : (instantOf(values.startsAtLocal, values.timeZone) ?? "");
  const hold = host && startsAt ? holds.find(host.name, startsAt, minutes) : undefined;

  /** Another host or another length has other free times. */
  const change = (patch: Partial<When>) => form.setValues({ ...patch, startsAt: "" });

  const choose = async (chosen: string) => {
    if (!host) return;
    form.setValues({ startsAt: chosen });
    form.clearFieldError("startsAt");
    const refused = await holds.take(host.name, chosen, minutes);
    if (!refused) return;
    form.setValues({ startsAt: "" });
    form.setFieldError("startsAt", refused);
  };

  /** What has been said, as mutations take it; undefined, with what is missing at its field, where it is not enough. */
  const input = () => {
    const field = by === "slot" ? "startsAt" : "startsAtLocal";
    if (!values[field]) {
      form.setFieldError(field, by === "slot" ? "Choose a free time." : "Say when.");
      return undefined;
    }
    return {
      host: values.host.trim() || null,
      durationMinutes: minutes,
      startsAt: by === "slot" ? values.startsAt : null,
      startsAtLocal: by === "slot" ? null : values.startsAtLocal,
      holdToken: hold?.token ?? null,
      allowPast: false,
    };
  };

  const held = host ? holds.begins(host.name, minutes) : [];
  return { form, by, setBy, hosts, host, minutes, startsAt, hold, held, holding: holds.taking, change, choose, input };
}

export type WhenForm = ReturnType<typeof useWhen>;

type Errors = Record<string, string>;
type Details = { values: object; setErrors: (errors: Errors) => void };

/** Both forms as one, for `putErrors`: what the server says of a hold is of the time that was held. */
export function together(when: WhenForm, details: Details): { values: unknown; setErrors: (errors: Errors) => void } {
  return {
    values: { ...details.values, ...when.form.values, holdToken: "" },
    setErrors: ({ holdToken, ...errors }) => {
      details.setErrors(errors);
      when.form.setErrors(holdToken ? { startsAt: holdToken, startsAtLocal: holdToken, ...errors } : errors);
    },
  };
}
