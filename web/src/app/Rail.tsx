import {
  IconActivity,
  IconCalendar,
  IconKey,
  IconLayoutKanban,
  IconSearch,
  IconSend,
  IconShieldCheck,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMay } from "./viewer";

const PAGES = [
  { to: "/find", name: "Find", icon: IconSearch },
  { to: "/pipeline", name: "Pipeline", icon: IconLayoutKanban },
  { to: "/appointments", name: "Appointments", icon: IconCalendar },
  { to: "/outreach", name: "Outreach", icon: IconSend },
  { to: "/safety", name: "Safety", icon: IconShieldCheck },
  { to: "/activity", name: "Activity", icon: IconActivity },
];
const TOKENS = { to: "/tokens", name: "Tokens", icon: IconKey };

/** The pages; at the bottom on a phone. Tokens are shown to administrators alone. */
export function Rail() {
  const pages = useMay("ADMIN") ? [...PAGES, TOKENS] : PAGES;
  return (
    <nav className="cam-rail" aria-label="Pages">
      {pages.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to}>
          <Icon size={20} stroke={1.6} aria-hidden />
          {name}
        </Link>
      ))}
    </nav>
  );
}
