/** Stops all outreach at once, for everybody; only an administrator ends it. */
import { Button, Popover, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHandStop } from "@tabler/icons-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { tellErrors } from "../forms/errors";
import { graphql } from "../graphql";
import { useMay } from "./viewer";

const OUTREACH_STOP = graphql(`
  query OutreachStop {
    safetySettings { outreachPaused pausedBy pauseReason pausedAt }
  }
`);
const PAUSE_OUTREACH = graphql(`
  mutation PauseOutreach($input: PauseOutreachInput!) {
    pauseOutreach(input: $input) {
      safetySettings { version outreachPaused pausedBy pauseReason pausedAt }
      userErrors { field message }
    }
  }
`);
const RESUME_OUTREACH = graphql(`
  mutation ResumeOutreach($input: ResumeOutreachInput!) {
    resumeOutreach(input: $input) {
      safetySettings { version outreachPaused pausedBy pauseReason pausedAt }
      userErrors { field message }
    }
  }
`);

export function EmergencyStop() {
  const [{ data }] = useQuery({ query: OUTREACH_STOP });
  const [opened, { toggle, close }] = useDisclosure();
  const [reason, setReason] = useState("");
  const [pausing, pause] = useMutation(PAUSE_OUTREACH);
  const [resuming, resume] = useMutation(RESUME_OUTREACH);
  const mayStop = useMay("OPERATOR");
  const mayResume = useMay("ADMIN");
  const stop = data?.safetySettings;
  const stopped = stop?.outreachPaused ?? false;

  const act = async () => {
    const input = { reason: reason.trim() || null };
    const refused = stopped
      ? await resume({ input }).then(({ data, error }) => tellErrors(data?.resumeOutreach.userErrors, error))
      : await pause({ input }).then(({ data, error }) => tellErrors(data?.pauseOutreach.userErrors, error));
    if (refused) return;
    setReason("");
    close();
  };

  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && close()}
      position="bottom-end"
      width={300}
      trapFocus
      withArrow
      withRoles={false} // which would call the dialog as the button
    >
      <Popover.Target>
        <Button
          onClick={toggle}
          color="red"
          variant={stopped ? "filled" : "outline"}
          leftSection={<IconHandStop size={16} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
        >
          {stopped ? "Stopped" : "Stop"}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Emergency stop">
        <Stack gap="xs">
          <Text fw={600}>{stopped ? "All outreach is stopped" : "Stop all outreach"}</Text>
          <Text size="sm" c="dimmed">
            {stopped
              ? `By ${stop?.pausedBy ?? "somebody"}${stop?.pauseReason ? `: ${stop.pauseReason}` : "."}`
              : "Nothing more goes out, in any campaign, until an administrator ends the stop."}
          </Text>
          {(stopped ? mayResume : mayStop) ? (
            <>
              <Textarea
                label="Reason"
                data-autofocus
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button color={stopped ? undefined : "red"} onClick={act} loading={pausing.fetching || resuming.fetching}>
                {stopped ? "Resume outreach" : "Stop everything now"}
              </Button>
            </>
          ) : (
            <Text size="sm">{stopped ? "An administrator can end it." : "Your role may not stop it."}</Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
