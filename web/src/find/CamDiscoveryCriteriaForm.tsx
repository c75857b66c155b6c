/** Whom to look for, and where: only what the sources here can do is offered. */
import { Alert, Button, Drawer, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation, useQuery } from "urql";
import { Failed } from "../app/Failed";
import { putErrors, tellErrors } from "../forms/errors";
import { CriteriaFields } from "./CriteriaFields";
import { type CriteriaValues, EMPTY, inputOf } from "./criteria";
import { CREATE_JOB, RUN_JOB, SOURCES } from "./operations";
import { SourceChoice } from "./SourceChoice";

type Props = { campaignId: string; opened: boolean; close: () => void; created: (id: string) => void };

export function CamDiscoveryCriteriaForm({ campaignId, opened, close, created }: Props) {
  const narrow = useMediaQuery("(max-width: 700px)");
  const form = useForm<CriteriaValues>({ initialValues: EMPTY });
  const [{ data, error }] = useQuery({ query: SOURCES, pause: !opened });
  const [creating, create] = useMutation(CREATE_JOB);
  const [running, run] = useMutation(RUN_JOB);
  const sources = data?.sources ?? [];
  const chosen = sources.filter(({ platform }) => form.values.criteria.platforms.includes(platform));

  const save = async (values: CriteriaValues, atOnce: boolean) => {
    const answer = await create({ input: { campaignId, name: values.name, criteria: inputOf(values) } });
    if (putErrors(form, answer.data?.createDiscoveryJob.userErrors, answer.error)) return;
    const id = answer.data?.createDiscoveryJob.discoveryJob?.id;
    if (!id) return;
    if (atOnce) {
      const asked = await run({ id });
      tellErrors(asked.data?.runDiscoveryJob.userErrors, asked.error);
    }
    form.reset();
    created(id);
  };

  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size={narrow ? "100%" : 520}
      title="New discovery job"
      keepMounted
    >
      {error && <Failed error={error} />}
      <form onSubmit={form.onSubmit((values) => save(values, true))}>
        <Stack gap="sm">
          <SourceChoice sources={sources} {...form.getInputProps("criteria.platforms")} />
          <CriteriaFields form={form} chosen={chosen} />
          {form.errors.criteria && (
            <Alert color="red" variant="light">
              {form.errors.criteria}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => form.onSubmit((values) => save(values, false))()}>
              Save for later
            </Button>
            <Button type="submit" loading={creating.fetching || running.fetching}>
              Create and run
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
