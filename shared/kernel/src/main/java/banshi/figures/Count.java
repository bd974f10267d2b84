package banshi.figures;

import banshi.text.Text;

/**
 * What is counted. Every count is over the cases received in a period, as they stand when one asks.
 * Each case adds to its own counts only, so counts can be added up.
 */
public enum Count {
  /** All of them; each is open, closed, redirected or withdrawn. */
  RECEIVED("收到的件数（按北京时间收到之日）", "Received, by the day of receipt in Beijing time"),
  /** Not ended; that includes those whose answer can still be disputed. */
  OPEN("尚未办结的件数（含异议期未满的）", "Not ended yet, those that can still be disputed included"),
  /** Answered, disputed or not. */
  ANSWERED("至少答复过一次的件数", "Answered at least once"),
  /** Answered, and no limit for an answer has ever run out. */
  ON_TIME("至少答复过一次且答复时限从未超期的件数", "Answered, and never late with an answer"),
  /** A limit for an answer has run out, whether or not one came later. */
  OVERDUE("答复时限曾经超期的件数（含至今未答复的）", "Late with an answer at any time, answered since or not"),
  /** Told where else to go. */
  REDIRECTED("不属本渠道、已告知去向的件数", "Not for this channel, told where to go"),
  /** Taken back by whoever complained. */
  WITHDRAWN("已撤回的件数", "Withdrawn"),
  /** At least one answer was disputed. */
  DISPUTED("对答复提出过异议的件数", "An answer was disputed"),
  /** The sum of the service time of those answered. */
  WORKED_MINUTES(
      "已答复件从收到到最后一次答复的工作时间之和（分钟，按大厅服务时间，每件向下取整）",
      "Service minutes from receipt to the last answer, of those answered; each rounded down"),
  RATED_1("评价“非常满意”的件数", "Rated very satisfied"),
  RATED_2("评价“满意”的件数", "Rated satisfied"),
  RATED_3("评价“基本满意”的件数", "Rated fairly satisfied"),
  RATED_4("评价“不满意”的件数（申诉成立的不计）", "Rated dissatisfied, ratings taken out on appeal left out"),
  RATED_5("评价“非常不满意”的件数（申诉成立的不计）", "Rated very dissatisfied, ratings taken out on appeal left out");

  private final Text definition;

  Count(String zh, String en) {
    this.definition = new Text(zh, en);
  }

  /** What exactly is counted. */
  public Text definition() {
    return definition;
  }

  /**
   * The count of a score.
   *
   * @param score 1 very satisfied to 5 very dissatisfied (GB/T 39046-2020 A.8)
   * @throws IllegalArgumentException for any other
   */
  static Count rated(int score) {
    return switch (score) {
      case 1 -> RATED_1;
      case 2 -> RATED_2;
      case 3 -> RATED_3;
      case 4 -> RATED_4;
      case 5 -> RATED_5;
      default -> throw new IllegalArgumentException("no such score");
    };
  }
}
