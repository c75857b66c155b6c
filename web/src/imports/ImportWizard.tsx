export function ImportWizard(_: { campaignId: string; close: () => void }) {
  return null;
}
