/** Why the indexer's server did not answer as asked. `code` is for translation, the message for people. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  /** HTTP status; 0 when the server could not be reached. */
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}

interface ServerRequest {
  method?: "GET" | "POST" | "PUT";
  /** Sent as JSON. */
  body?: object;
  token?: string | undefined;
  signal?: AbortSignal;
}

/**
 * One call to the indexer's server.
 * @param path Begins with a slash: "/directory".
 * @throws ServerError
 */
export async function callServer(
  path: string,
  { method = "GET", body, token, signal }: ServerRequest = {},
): Promise<Response> {
  const headers = new Headers({ accept: "application/json" });
  if (body) headers.set("content-type", "application/json");
  if (token) headers.set("authorization", `Bearer ${token}`);
  const response = await reach(`/indexer${path}`, {
    method,
    headers,
    cache: "no-store",
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ServerError(0, "Unreachable", "The indexer's server can't be reached.", { cause });
  }
}

async function refusalOf(response: Response): Promise<ServerError> {
  const text = await response.text();
  // A proxy in front of a server that is down answers with a page or nothing.
  const isProxyAnswer = response.status >= 500 && !text.startsWith("{");
  if (isProxyAnswer) return new ServerError(0, "Unreachable", "The indexer's server can't be reached.");
  try {
    const { code, message }: { code?: unknown; message?: unknown } = JSON.parse(text);
    return new ServerError(response.status, String(code ?? "Unknown"), String(message ?? text));
  } catch (cause) {
    return new ServerError(response.status, "Unknown", text.slice(0, 200), { cause });
  }
}
