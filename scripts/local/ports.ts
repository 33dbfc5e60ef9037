import { createServer } from "node:net";

export interface Port {
  /** What wants the port, for the message. */
  use: string;
  number: number;
  /** Environment variable that names another. */
  variable: string;
}

/** The port that an environment variable names, or the standard one. */
export function portFrom(variable: string, standard: number): number {
  const text = process.env[variable] ?? String(standard);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${variable}=${text} is not a port (1 to 65535).`);
  return port;
}

/** @throws an error that names every port that is taken and how to choose another for the command. */
export async function requireFreePorts(ports: readonly Port[], command = "npm start"): Promise<void> {
  const free = await Promise.all(ports.map(({ number }) => isFree(number)));
  const taken = ports.filter((_, i) => !free[i]);
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ use, number, variable }) =>
      `Port ${number} (${use}) is taken. Stop what uses it, or choose another: ${variable}=<port> ${command}`,
  );
  throw new Error([...lines, "Is Tallystick running already?"].join("\n"));
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
