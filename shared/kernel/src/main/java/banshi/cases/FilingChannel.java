package banshi.cases;

import banshi.text.Text;

/**
 * By which way a case came to the hall (申请渠道). Kept on a case as {@link Mark#CHANNEL} unless it is
 * {@link #ONLINE}.
 */
public enum FilingChannel {
  /** Whoever applies filed it themselves. */
  ONLINE("网上", "Online"),
  /** Somebody came to the window. */
  WINDOW("窗口", "At the window"),
  /** Somebody called the hall. */
  PHONE("电话", "By telephone"),
  /** Somebody wrote a letter. */
  LETTER("来信", "By letter"),
  /** The city's hotline for citizens handed it over (12345 热线). */
  HOTLINE_12345("12345 热线", "By the hotline 12345");

  private final Text label;

  FilingChannel(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** The way by which a case came. */
  public static FilingChannel of(Case<?> c) {
    return c.mark(Mark.CHANNEL).map(FilingChannel::valueOf).orElse(ONLINE);
  }

  /**
   * Whether a case is followed with its receipt's code alone: filed at the counter for somebody
   * whose document does not name one holder.
   */
  public static boolean isCodeOnly(Case<?> c) {
    return of(c).isCounter() && !c.applicant().namesOneHolder();
  }

  /** What people call it. */
  public Text label() {
    return label;
  }

  /** Whether an officer filed it for somebody. */
  public boolean isCounter() {
    return this != ONLINE;
  }
}
