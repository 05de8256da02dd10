import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** A server on which tests may create databases. `cargo xtask test` starts one and names it. */
export const POSTGRES = process.env.ACCORD_TEST_POSTGRES ?? "";

/** Creates an empty database and tells its address. */
export async function createDatabase(name: string): Promise<string> {
  if (!POSTGRES) throw new Error("ACCORD_TEST_POSTGRES names no PostgreSQL server");
  const database = `accord_${name.replaceAll("-", "_")}_${randomBytes(6).toString("hex")}`;
  await ask(`create database ${database}`);
  const address = new URL(POSTGRES);
  address.pathname = `/${database}`;
  return address.href;
}

/** Removes it, whoever is still connected. */
export async function dropDatabase(address: string): Promise<void> {
  await ask(`drop database if exists ${new URL(address).pathname.slice(1)} with (force)`);
}

/** PostgreSQL's own client comes with it; a client of ours would be one more package. */
async function ask(statement: string): Promise<void> {
  await promisify(execFile)(client(), ["--no-psqlrc", "--quiet", "--dbname", POSTGRES, "--command", statement]);
}

function client(): string {
  const installed = "/usr/lib/postgresql";
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(installed, version, "bin/psql")).find((path) => existsSync(path)) ?? "psql";
}
