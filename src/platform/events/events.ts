/**
 * What one module tells the others while it happens: handlers run in the transaction of the change, one after the
 * other, so that either everything stands or nothing does. Who emits knows nobody who listens; `src/app/subscriptions.ts`
 * names them all.
 */
export interface DomainEvent<Ctx, Payload> {
  readonly name: string;
  readonly handlers: Map<string, Handler<Ctx, Payload>>;
}

type Handler<Ctx, Payload> = (ctx: Ctx, payload: Payload) => Promise<void>;

export function domainEvent<Ctx, Payload>(name: string): DomainEvent<Ctx, Payload> {
  return { name, handlers: new Map() };
}

/** A handler that `subscribe` lets hear the event. `who` is one word for the listener: subscribing again replaces it. */
export function on<Ctx, Payload>(
  event: DomainEvent<Ctx, Payload>,
  who: string,
  handler: Handler<Ctx, Payload>,
): Subscription {
  return { subscribe: () => event.handlers.set(who, handler) };
}

export interface Subscription {
  readonly subscribe: () => void;
}

/** Tells everybody who listens, in the order they subscribed, and waits for them. */
export async function emit<Ctx, Payload>(
  ctx: Ctx,
  event: DomainEvent<Ctx, Payload>,
  payload: Payload,
): Promise<void> {
  for (const handler of event.handlers.values()) await handler(ctx, payload);
}
