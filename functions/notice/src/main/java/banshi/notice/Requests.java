package banshi.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** The bodies that this function takes; their bounds are stated here once. */
public final class Requests {
  private Requests() {}

  /** An action that needs no words at all. */
  public record Nothing() {}

  /**
   * What a tap in the mini-program allowed.
   *
   * @param templateId WeChat's id of the template
   * @param granted how many messages
   */
  public record Grant(
      @Pattern(regexp = "^[A-Za-z0-9_-]{10,64}$") String templateId,
      @Min(1) @Max(100) int granted) {}
}
