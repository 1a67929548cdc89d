// Figures as they are written in the report and on the terminal.

export const count = (value) => Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, " ");
export const bytes = (value) => `${count(value)} B`;
export const ms = (value) => `${Math.abs(value) < 100 ? Number(value.toFixed(2)) : count(value)} ms`;
export const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`;
export const percent = (share) => `${Math.round(share * 100)} %`;

/** A text inside markup. */
export const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
