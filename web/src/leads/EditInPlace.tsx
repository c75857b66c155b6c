/** A value that becomes a field where it stands. Enter saves it, Esc leaves it as it was. */
import { ActionIcon, Autocomplete, Group, Textarea, TextInput, UnstyledButton } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Refused } from "./useCorrectLead";

type Props = {
  /** What it is the value of. */
  name: string;
  value: string | null | undefined;
  /** Of the thing it belongs to, as it is now. */
  version: number;
  save: (value: string | null, version: number) => Promise<Refused | undefined>;
  multiline?: boolean;
  suggestions?: string[];
  /** How the value is shown; as it is, where nothing is said. */
  children?: ReactNode;
};

export function EditInPlace(props: Props) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);
  useEffect(() => {
    if (!editing && edited.current) button.current?.focus();
    edited.current = editing;
  }, [editing]);
  if (editing) return <Editor {...props} done={() => setEditing(false)} />;
  return (
    <UnstyledButton
      ref={button}
      className="cam-in-place"
      aria-label={`Change ${props.name}: ${props.value || "empty"}`}
      onClick={() => setEditing(true)}
    >
      {props.value ? (props.children ?? props.value) : <span className="cam-empty">Add</span>}
    </UnstyledButton>
  );
}

function Editor({ name, value, version, save, multiline, suggestions, done }: Props & { done: () => void }) {
  const [typed, setTyped] = useState(value ?? "");
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string>();
  // What somebody else changes while one types comes to light when it is saved.
  const seen = useRef(version);

  const submit = async () => {
    const given = typed.trim() || null;
    if (given === (value ?? null)) return done();
    setSaving(true);
    const refused = await save(given, seen.current);
    setSaving(false);
    if (!refused) return done();
    seen.current = refused.version;
    setError(refused.message);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      done();
    } else if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  };
  const field = {
    "aria-label": name,
    size: "xs",
    flex: 1,
    autoFocus: true, // one has just asked for it
    error,
    onKeyDown,
    "data-mantine-stop-propagation": "true", // Esc is for the field, not for what it stands in
  } as const;
  const plain = {
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
  };
  return (
    <Group gap={4} wrap="nowrap" align="start">
      {suggestions ? (
        <Autocomplete {...field} value={typed} onChange={setTyped} data={suggestions} limit={20} />
      ) : multiline ? (
        <Textarea {...field} {...plain} />
      ) : (
        <TextInput {...field} {...plain} />
      )}
      <ActionIcon size={30} variant="light" loading={saving} onClick={() => void submit()} aria-label={`Save ${name}`}>
        <IconCheck size={16} />
      </ActionIcon>
      <ActionIcon size={30} variant="subtle" color="gray" onClick={done} aria-label={`Leave ${name} as it was`}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
