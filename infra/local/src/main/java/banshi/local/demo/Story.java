package banshi.local.demo;

/** What happens at the hall, played step by step through the running API. */
interface Story {
  /**
   * Plays the whole story.
   *
   * @throws DemoStopped when the hall does not do what the story tells
   */
  Ending play();

  /** What came of it, for the person watching. */
  record Ending(String zh, String en) {}
}
