import { createServer } from "node:net";

export interface Port {
  /** What wants the port, for the message. */
  use: string;
  number: number;
  /** Environment variable that names another. */
  variable: string;
}

/** @throws an error that names every port that is taken and how to choose another. */
export async function requireFreePorts(ports: readonly Port[]): Promise<void> {
  const free = await Promise.all(ports.map(({ number }) => isFree(number)));
  const taken = ports.filter((_, i) => !free[i]);
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ use, number, variable }) =>
      `Port ${number} (${use}) is taken. Stop what uses it, or choose another: ${variable}=<port> npm start`,
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
