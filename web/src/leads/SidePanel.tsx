/** What opens beside the page, which stays usable, as the emergency stop above it does. On a phone it is a page. */
import { CloseButton, Drawer, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef } from "react";

type Props = { title: string; close: () => void; children: ReactNode };

export function SidePanel(props: Props) {
  const narrow = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false });
  if (!narrow) return <Beside {...props} />;
  return (
    <Drawer opened onClose={props.close} position="right" size="100%" title={props.title}>
      {props.children}
    </Drawer>
  );
}

function Beside({ title, close, children }: Props) {
  const panel = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useFocusWhileOpen(panel);
  useEscape(close);
  return (
    // Not `showModal`: one goes on working beside it. It is open by its attribute for that reason.
    <dialog ref={panel} open className="cam-panel" aria-labelledby={heading} tabIndex={-1}>
      <div className="cam-panel-head">
        <Title id={heading} order={2} fz="md" fw={600}>
          {title}
        </Title>
        <CloseButton aria-label="Close" onClick={close} />
      </div>
      {children}
    </dialog>
  );
}

/** The focus comes in when it opens, and goes back to where it was unless it has been taken elsewhere meanwhile. */
function useFocusWhileOpen(panel: RefObject<HTMLElement | null>) {
  // Before the panel is taken out of the document: afterwards nobody knows whether the focus was in it.
  useLayoutEffect(() => {
    const opened = panel.current;
    const before = document.activeElement;
    opened?.focus({ preventScroll: true });
    return () => {
      const within = opened?.contains(document.activeElement) || document.activeElement === document.body;
      if (within && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [panel]);
}

/** Esc closes it from everywhere, but for what is open over it: that closes first. */
function useEscape(close: () => void) {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && !isForAnother(event.target)) latest.current();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}

/** Whether Esc is for a modal, a menu, a popover, or a field that takes it for itself. */
function isForAnother(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog][aria-modal=true]")) return true;
  if (!(target instanceof Element)) return false;
  return (
    target.getAttribute("data-mantine-stop-propagation") === "true" ||
    target.closest("[role=menu], [role=dialog]") !== null
  );
}
