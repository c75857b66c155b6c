/** The normalised cache: what identifies things, and which lists a mutation makes out of date. */
import {
  type Cache,
  cacheExchange,
  type OptimisticMutationResolver,
  type UpdateResolver,
} from "@urql/exchange-graphcache";

/** Which fields of Query to ask for again, after which mutation. What has an id in the answer is up to date already. */
const OUT_OF_DATE: Record<string, string[]> = {
  addSuppressions: ["suppressions", "safetyDecision"],
  assignLead: [],
  bulkUpdateLeadStage: ["leads", "pipeline"],
  cancelAppointment: ["appointments", "freeSlots"],
  cancelDiscoveryJob: ["discoveryJobs"],
  cancelLeadImport: ["leadImports"],
  completeAppointment: ["appointments"],
  completeOutreachTask: ["outreachTasks", "outreachMessages"],
  convertProfiles: ["leads", "pipeline"],
  createApiToken: ["apiTokens"],
  createAppointment: ["appointments", "freeSlots", "hosts"],
  createCampaign: ["campaigns"],
  createDiscoveryJob: ["discoveryJobs"],
  createLead: ["leads", "pipeline"],
  createMessageTemplate: ["messageTemplates"],
  deleteLeads: ["leads", "pipeline"],
  deleteMessageTemplate: ["messageTemplates"],
  holdSlot: ["freeSlots"],
  importLeads: ["leadImports"],
  importSuppressions: ["suppressions"],
  logContactEvent: [],
  markNoShow: ["appointments"],
  mergeLeads: ["leads", "pipeline", "findDuplicateLeads"],
  pauseOutreach: ["safetySettings", "safetyDecision"],
  recordReply: ["replies"],
  removeSuppression: ["suppressions", "safetyDecision"],
  rescheduleAppointment: ["appointments", "freeSlots"],
  restoreSafetySettings: ["safetySettings", "safetyDecision"],
  resumeOutreach: ["safetySettings", "safetyDecision"],
  revokeApiToken: ["apiTokens"],
  runDiscoveryJob: ["discoveryJobs"],
  scheduleOutreach: ["outreachMessages", "outreachTasks"],
  settleOutreachMessage: ["outreachMessages"],
  stopOutreach: ["outreachMessages", "outreachTasks"],
  undoMerge: ["leads", "pipeline"],
  updateHost: ["hosts", "freeSlots"],
  updateLeadStage: ["pipeline"],
  updateSafetySettings: ["safetySettings", "safetyDecision"],
};

/** Ask for these fields of Query again, whatever their arguments. */
export function forgetFields(cache: Cache, names: string[]): void {
  for (const field of cache.inspectFields("Query")) {
    if (names.includes(field.fieldName)) cache.invalidate("Query", field.fieldName, field.arguments);
  }
}

/** A moved lead is in its new stage at once; the server's answer, or its refusal, takes the place of this. */
const moveAtOnce: OptimisticMutationResolver = (given, cache) => {
  const { leadId: id, stage } = (given as { input: { leadId: string; stage: string } }).input;
  const kept = (field: string) => cache.resolve({ __typename: "Lead", id }, field);
  return {
    __typename: "UpdateLeadStagePayload",
    lead: {
      __typename: "Lead",
      id,
      stage,
      name: kept("name"),
      version: kept("version"),
      stageEnteredAt: new Date().toISOString(),
    },
    userErrors: [],
  };
};

export function normalisedCache() {
  const updates: Record<string, UpdateResolver> = {};
  for (const [mutation, names] of Object.entries(OUT_OF_DATE)) {
    updates[mutation] = (_result, _arguments, cache, { optimistic }) => {
      // What is only expected yet is shown of what is there; asking again would wait for the answer, and show nothing.
      if (!optimistic) forgetFields(cache, names);
    };
  }
  return cacheExchange({
    updates: { Mutation: updates },
    optimistic: { updateLeadStage: moveAtOnce },
    // There is one of each.
    keys: { SafetySettings: () => "current", Viewer: () => "current" },
    // Every other thing without an id is kept with what it belongs to. While developing, each would be warned of.
    logger: () => undefined,
  });
}
