import { NOW } from "./server.ts";

/** The day it is on every server, so many days on, as a form takes it. */
export const day = (ahead: number): string => new Date(Date.parse(NOW) + ahead * 86_400_000).toISOString().slice(0, 10);
