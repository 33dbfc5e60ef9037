import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Why the server does not do what it was asked: the status for machines, the code for translation, the message for people. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: ContentfulStatusCode;
  readonly code: string;

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notParticipant = () =>
  new Refusal(403, "NotParticipant", "This account is not an admitted participant in good standing.");
