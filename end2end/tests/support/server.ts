import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A demo server of one spec file's own, so that no journey meets another's changes. */
export interface Server {
  /** Where it listens: `http://127.0.0.1:PORT`. */
  url: string;
  /** Ends it and removes its database. */
  stop(): Promise<void>;
}

export interface Options {
  /** Names the SQLite file. */
  name: string;
  /** The moment the server takes for now. */
  now?: string;
  /** A database other than a new SQLite file: a `postgres://` URL. */
  database?: string;
}

const PATIENCE = 60_000;

/** Starts `accord demo` on a free port and waits until it says where it listens. */
export async function startServer(options: Options): Promise<Server> {
  const binary = resolve(process.env.ACCORD_BIN ?? "../target/debug/accord");
  const folder = await mkdtemp(join(tmpdir(), "accord-end2end-"));
  const database = options.database ?? `sqlite:${join(folder, `${options.name}.db`)}`;
  const now = options.now ?? "2026-11-23T05:30:00Z";
  const child = spawn(binary, ["demo", "--listen", "127.0.0.1:0", "--database", database, "--now", now], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await address(child), stop };
  } catch (error) {
    await stop();
    throw error;
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
