import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./console.css";
import { createRoot } from "react-dom/client";
import { Console } from "./Console";
import { takeTokenFromAddress } from "./session";

takeTokenFromAddress();
const root = document.getElementById("root");
if (root) createRoot(root).render(<Console />);
