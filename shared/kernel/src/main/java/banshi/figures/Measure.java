package banshi.figures;

import banshi.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** What is derived from counts: a sum over a base, rounded half up. */
public enum Measure {
  /** Minutes, to one decimal. */
  AVERAGE_WORKED_MINUTES(
      Set.of(Count.WORKED_MINUTES),
      Set.of(Count.ANSWERED),
      1,
      "平均办理用时 = 已答复件的工作时间之和（分钟）÷ 至少答复过一次的件数",
      "Average service minutes: those of the answered, over the number answered"),
  /**
   * A share of 1, to four decimals. Its base is every case of which it is decided: a late case
   * counts although nobody has answered it yet.
   */
  ON_TIME_RATE(
      Set.of(Count.ON_TIME),
      Set.of(Count.ON_TIME, Count.OVERDUE),
      4,
      "按时率 = 按时答复的件数 ÷（按时答复的件数 + 曾经超期的件数，含超期未答复的）",
      "On-time rate: on time, over on time and ever late, the late and unanswered included"),
  /**
   * A share of 1, to four decimals. Scores 1 to 3 are satisfied, 4 and 5 are poor ratings (GB/T
   * 39046-2020 A.8; 国办发〔2019〕51号); one taken out on appeal is in neither number.
   */
  SATISFACTION_RATE(
      Set.of(Count.RATED_1, Count.RATED_2, Count.RATED_3),
      Set.of(Count.RATED_1, Count.RATED_2, Count.RATED_3, Count.RATED_4, Count.RATED_5),
      4,
      "满意率 =（非常满意 + 满意 + 基本满意）÷ 有效评价总数（申诉成立的不计）",
      "Satisfaction rate: scores 1 to 3, over all ratings but those taken out on appeal");

  private final Set<Count> parts;
  private final Set<Count> base;
  private final int decimals;
  private final Text definition;

  Measure(Set<Count> parts, Set<Count> base, int decimals, String zh, String en) {
    this.parts = parts;
    this.base = base;
    this.decimals = decimals;
    this.definition = new Text(zh, en);
  }

  /** How it is computed, its base included. */
  public Text definition() {
    return definition;
  }

  Measured of(Counts counts) {
    long over = sum(counts, base);
    return new Measured(
        over == 0
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(sum(counts, parts))
                    .divide(BigDecimal.valueOf(over), decimals, RoundingMode.HALF_UP)),
        over);
  }

  private static long sum(Counts counts, Set<Count> of) {
    return of.stream().mapToLong(counts::of).sum();
  }
}
