import { Checkbox, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { platformName } from "../app/platforms";
import type { Platform } from "../graphql/graphql";
import type { Source } from "./criteria";

type Props = {
  sources: Source[];
  value?: Platform[];
  onChange?: (platforms: Platform[]) => void;
  error?: ReactNode;
};

/** Where to look; a source that cannot be used here says what is missing. */
export function SourceChoice({ sources, value = [], onChange, error }: Props) {
  const order = [...sources].sort((one, other) => Number(other.available) - Number(one.available));
  return (
    <Checkbox.Group
      label="Where to look"
      value={value}
      onChange={(platforms) => onChange?.(platforms as Platform[])}
      error={error}
    >
      <Stack gap={8} mt={6}>
        {order.map(({ platform, available, capabilities, reasonUnavailable }) => (
          <Checkbox
            key={platform}
            value={platform}
            disabled={!available}
            label={platformName(platform)}
            description={
              <Text span size="sm" c="dimmed">
                {available ? capabilities?.description : reasonUnavailable}
              </Text>
            }
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
