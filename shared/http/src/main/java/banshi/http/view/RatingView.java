package banshi.http.view;

import banshi.cases.Case;
import banshi.cases.Mark;
import banshi.cases.Rating;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody thought of the service, and what came of a poor rating.
 *
 * @param rectification the duty that a poor rating opened
 * @param appeal the department's appeal against the rating
 */
public record RatingView(
    int score,
    Text scoreName,
    List<String> tags,
    Optional<String> comment,
    Instant at,
    Optional<Rectification> rectification,
    Optional<Text> rectificationName,
    Optional<Appeal> appeal,
    Optional<Text> appealName) {

  /** Where the duty stands. */
  public enum Rectification {
    OPEN,
    REPORTED,
    CLOSED,
    EXCLUDED
  }

  /** Where an appeal stands. */
  public enum Appeal {
    OPEN,
    UPHELD,
    REJECTED
  }

  /** The rating of a case. */
  public static RatingView of(Case<?> c, Rating rating) {
    Optional<Rectification> rectification = c.mark(Mark.RECTIFICATION).map(Rectification::valueOf);
    Optional<Appeal> appeal = c.mark(Mark.APPEAL).map(Appeal::valueOf);
    return new RatingView(
        rating.score(),
        scoreName(rating.score()),
        rating.tags(),
        rating.comment(),
        rating.at(),
        rectification,
        rectification.map(RatingView::name),
        appeal,
        appeal.map(RatingView::name));
  }

  /** The five levels by name (GB/T 39046-2020, A.8). */
  private static Text scoreName(int score) {
    return switch (score) {
      case 1 -> new Text("非常满意", "Very satisfied");
      case 2 -> new Text("满意", "Satisfied");
      case 3 -> new Text("基本满意", "Fairly satisfied");
      case 4 -> new Text("不满意", "Dissatisfied");
      default -> new Text("非常不满意", "Very dissatisfied");
    };
  }

  private static Text name(Rectification duty) {
    return switch (duty) {
      case OPEN -> new Text("整改中", "To be put right");
      case REPORTED -> new Text("待回访", "Waits for the call-back");
      case CLOSED -> new Text("已整改", "Put right");
      case EXCLUDED -> new Text("不计入统计", "Excluded");
    };
  }

  private static Text name(Appeal appeal) {
    return switch (appeal) {
      case OPEN -> new Text("申诉待裁定", "Appeal open");
      case UPHELD -> new Text("申诉成立", "Appeal upheld");
      case REJECTED -> new Text("申诉不成立", "Appeal rejected");
    };
  }
}
