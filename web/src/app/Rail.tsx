import {
  IconActivity,
  IconCalendar,
  IconLayoutKanban,
  IconSearch,
  IconSend,
  IconShieldCheck,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";

const PAGES = [
  { to: "/find", name: "Find", icon: IconSearch },
  { to: "/pipeline", name: "Pipeline", icon: IconLayoutKanban },
  { to: "/appointments", name: "Appointments", icon: IconCalendar },
  { to: "/outreach", name: "Outreach", icon: IconSend },
  { to: "/safety", name: "Safety", icon: IconShieldCheck },
  { to: "/activity", name: "Activity", icon: IconActivity },
];

/** The pages; at the bottom on a phone. What administrators manage besides is in the account's menu. */
export function Rail() {
  return (
    <nav className="cam-rail" aria-label="Pages">
      {PAGES.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to}>
          <Icon size={20} stroke={1.6} aria-hidden />
          {name}
        </Link>
      ))}
    </nav>
  );
}
