import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconX } from "@tabler/icons-react";

/** One filter as a chip: its name, or what is chosen. The choice belongs into the address, see `usePlace`. */
export function FilterChip(props: {
  name: string;
  options: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const chosen = props.options.find(({ value }) => value === props.value);
  return (
    <Button.Group>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant={chosen ? "light" : "default"}
            radius="xl"
            rightSection={chosen ? undefined : <IconChevronDown size={12} aria-hidden />}
          >
            {chosen ? `${props.name}: ${chosen.label}` : props.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {props.options.map(({ value, label }) => (
            <Menu.Item key={value} onClick={() => props.onChange(value)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen && (
        <Button
          variant="light"
          radius="xl"
          px={6}
          aria-label={`Take away the filter ${props.name}`}
          onClick={() => props.onChange(undefined)}
        >
          <IconX size={12} />
        </Button>
      )}
    </Button.Group>
  );
}
