/** Correcting one fact of a lead, without overwriting what somebody else has just written. */
import { useMutation } from "urql";
import { inWords } from "../app/Failed";
import type { LeadFactsFragment, UpdateLeadInput } from "../graphql/graphql";
import { FACT_NAMES, type Fact } from "./factWords";
import type { Lead } from "./LeadPanel";
import { ASSIGN_LEAD, UPDATE_LEAD } from "./operations";

type Refusal = { message: string; code: string };
type Answer = { lead?: LeadFactsFragment | null; userErrors: Refusal[] };

/** What is wrong, in words, and which version was seen now; undefined where it was taken. */
export type Refused = { message: string; version: number };

export function useCorrectLead(lead: Lead) {
  const [, update] = useMutation(UPDATE_LEAD);
  const [, assign] = useMutation(ASSIGN_LEAD);

  /** `version` is that of the lead when one began to type, which is not that of now. */
  return async (fact: Fact, value: string | null, version: number): Promise<Refused | undefined> => {
    const asked = { expectedVersion: version };
    const { answer, error } =
      fact === "owner"
        ? await assign({ input: { ...asked, leadId: lead.id, owner: value } }).then(({ data, error }) => ({
            answer: data?.assignLead,
            error,
          }))
        : await update({ input: { ...asked, id: lead.id, [fact]: value } as UpdateLeadInput }).then(
            ({ data, error }) => ({ answer: data?.updateLead, error }),
          );
    if (error) return { message: inWords(error), version };
    return answer && refusal(answer, fact, version);
  };
}

/** After a conflict the lead as it is now has been seen: who saves again means to replace that. */
export function refusal({ lead, userErrors }: Answer, fact: Fact, version: number): Refused | undefined {
  if (userErrors.length === 0) return undefined;
  if (lead && userErrors.some(({ code }) => code === "CONFLICT")) {
    const now = lead[fact];
    const message = `Somebody changed this lead meanwhile. ${FACT_NAMES[fact]} is ${now ? `“${now}”` : "empty"} now. Save again to replace it.`;
    return { message, version: lead.version };
  }
  return { message: userErrors.map(({ message }) => message).join(" "), version };
}
