package banshi.http.desk;

import banshi.cases.TaskResult;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * The bodies that every kind of case takes. Bounds are stated here once: the binder enforces them
 * and the API document shows them. Sizes count characters (code points).
 */
public final class CommonRequests {
  private CommonRequests() {}

  /** A withdrawal. */
  public record Withdraw(Optional<@Size(max = 500) String> reason) {}

  /** A rating (好差评). */
  public record Rate(
      @Min(1) @Max(5) int score,
      Optional<@Size(max = 10) List<@Size(min = 1, max = 32) String>> tags,
      Optional<@Size(max = 500) String> comment) {}

  /** An action that needs no words of its own. */
  public record Plain(Optional<@Size(max = 500) String> note) {}

  /** An extension of the limits. */
  public record Extend(
      @Min(1) @Max(15) int days,
      @NotBlank @Size(max = 500) String reason,
      @NotBlank @Size(max = 100) String approvedBy) {}

  /** Why somebody needs to read personal data in full. */
  public record Disclose(
      @Size(min = 1, max = 50) List<@Size(min = 1, max = 200) String> fields,
      @NotBlank @Size(max = 500) String reason) {}

  /** What a department found. */
  public record Complete(TaskResult.Opinion opinion, Optional<@Size(max = 1000) String> comment) {}
}
