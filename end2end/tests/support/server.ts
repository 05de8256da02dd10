import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { createDatabase, dropDatabase } from "./postgres.ts";

/** A demo server of a journey's own, so that no journey meets another's changes. */
export interface Server {
  /** Where it listens: `http://127.0.0.1:PORT`. It stays the same after a restart. */
  readonly url: string;
  /** Ends the server as an operator would and starts it again on the same database. */
  restart(): Promise<void>;
  /** Runs a verb of the command line on the same database; `input` is what is typed. Resolves with all it said. */
  command(verb: string[], input?: string): Promise<string>;
  /** Ends it and removes its database. */
  stop(): Promise<void>;
}

export type Engine = "SQLite" | "PostgreSQL";

export interface Options {
  /** Names the database. */
  name: string;
  engine?: Engine;
}

/** The moment every server takes for now: eleven in the morning in Delhi. */
export const NOW = "2026-11-23T05:30:00Z";
const PATIENCE = 60_000;
const binary = resolve(process.env.ACCORD_BIN ?? "../target/debug/accord");

/** Starts `accord demo` on a free port and a new database, and waits until it says where it listens. */
export async function startServer({ name, engine = "SQLite" }: Options): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "accord-end2end-"));
  const database = engine === "PostgreSQL" ? await createDatabase(name) : `sqlite:${join(folder, `${name}.db`)}`;
  const settings = ["--database", database, "--now", NOW];
  let child: ChildProcess | undefined;

  const start = async (listen: string) => {
    child = spawn(binary, ["demo", "--listen", listen, ...settings], { stdio: ["ignore", "pipe", "pipe"] });
    return address(child);
  };
  const stop = async () => {
    if (child) await end(child);
    if (engine === "PostgreSQL") await dropDatabase(database);
    await rm(folder, { recursive: true, force: true });
  };

  try {
    const url = await start("127.0.0.1:0");
    return {
      url,
      async restart() {
        if (child) await end(child);
        await start(new URL(url).host);
      },
      command: (verb, input = "") => run([...verb, ...settings], input),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Lends a server for as long as the act takes. */
export async function withServer(options: Options, act: (server: Server) => Promise<void>): Promise<void> {
  const server = await startServer(options);
  try {
    await act(server);
  } finally {
    await server.stop();
  }
}

/** Resolves with the address in the server's output; rejects with all of it when the server ends or stays silent. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let output = "";
    const fail = (reason: string) => failed(new Error(`${reason}. It said:\n${output}`));
    const timer = setTimeout(() => fail("The server did not say where it listens"), PATIENCE);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    child.stdout?.on("data", (chunk) => {
      output += chunk;
      // The line's end belongs to the match: a chunk may stop inside the port's digits.
      const match = /(http:\/\/127\.0\.0\.1:\d+)\D/.exec(output);
      if (match?.[1]) settle(() => found(match[1]));
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", (error) => settle(() => fail(`The server could not be started (${error.message})`)));
    child.once("exit", (code) => settle(() => fail(`The server ended with ${code}`)));
  });
}

/** Resolves with the program's output, rejects with it when it fails. */
function run(args: string[], input: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(binary, args, { stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", failed);
    child.once("close", (code) => {
      if (code === 0) done(output);
      else failed(new Error(`accord ${args[0]} ended with ${code}. It said:\n${output}`));
    });
    child.stdin.end(input);
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      ended();
      return;
    }
    // A server that does not heed the request must not hold up the tests.
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(timer);
      ended();
    });
    child.kill("SIGTERM");
  });
}
