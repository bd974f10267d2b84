package banshi.local.functions;

/** What came of one event. */
public sealed interface Outcome {

  /** The function's answer, as it gave it. */
  record Answered(byte[] payload) implements Outcome {}

  /** The function threw; the payload is the runtime's account of it. */
  record Failed(byte[] payload) implements Outcome {}

  /** The function's process ended before it answered, or never got so far as to take an event. */
  record Crashed(String how) implements Outcome {}

  /** No answer came within the function's time limit, or no environment became free within it. */
  record TimedOut() implements Outcome {}

  /** More events are waiting than may wait. */
  record Throttled() implements Outcome {}

  /** The event is larger than Lambda takes. */
  record TooLarge() implements Outcome {}
}
