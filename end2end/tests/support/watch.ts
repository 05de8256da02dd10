import { expect, type BrowserContext } from "@playwright/test";

/**
 * Listens to everything that goes wrong in a browser without a test asking: errors on the console (refusals by the content
 * security policy among them), uncaught exceptions, requests that failed, answers that are errors.
 */
export class Watch {
  private readonly troubles: string[] = [];
  private readonly expected = new Set<number>();
  private readonly seen = new Set<number>();

  /** Listens to every page of a browser context, present and to come. */
  over(context: BrowserContext): void {
    context.on("console", (message) => {
      const status = /the server responded with a status of (\d{3})/.exec(message.text())?.[1];
      // Told by the answer as well, which knows whether it was expected.
      if (message.type() === "error" && !status) this.troubles.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.troubles.push(`exception: ${error.error().stack ?? error.error().message}`));
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // The browser itself gives up what it no longer needs, such as a page it leaves or a file it saves.
      if (reason !== "net::ERR_ABORTED") this.troubles.push(`request: ${request.method()} ${request.url()} ${reason}`);
    });
    context.on("response", (response) => {
      const status = response.status();
      if (status < 400) return;
      this.seen.add(status);
      if (!this.expected.has(status)) {
        this.troubles.push(`answer: ${status} ${response.request().method()} ${response.url()}`);
      }
    });
  }

  /** From here on answers of this status belong to the journey, which must meet one. */
  expect(status: number): void {
    this.expected.add(status);
    this.seen.delete(status);
  }

  /** Asserts that nothing went wrong but what was expected, and that this did. */
  end(): void {
    expect(this.troubles, "nothing goes wrong unasked").toEqual([]);
    expect([...this.expected].filter((status) => !this.seen.has(status)), "every refusal expected is met").toEqual([]);
  }
}
