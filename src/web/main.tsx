// Where the browser begins.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { showTheme } from "./shell/index.ts";
import "./style/tokens.css";
import "./style/base.css";
import "./style/piece.css";
import "./style/shell.css";

showTheme();
const place = document.querySelector("#desk");
if (place === null) throw new Error("there is no place for the desk on this page");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
