package banshi.http.desk;

import banshi.desk.Bulk;
import banshi.http.PlainText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The bodies of acts on many cases at once, at most {@value Bulk#MOST}, none of them twice. */
public final class BulkRequests {
  private BulkRequests() {}

  /** A case, and its version that the caller acted on. */
  public record NumberAtVersion(@NotBlank @Size(max = 40) String number, @Min(1) long version) {}

  /** A task of a case, and the case's version that the caller acted on. */
  public record TaskAtVersion(
      @NotBlank @Size(max = 40) String number,
      @NotBlank @Size(max = 200) String taskId,
      @Min(1) long version) {}

  /** The same act on many cases, with the same words for each. */
  public record PlainOfMany(
      @Size(min = 1, max = Bulk.MOST) List<NumberAtVersion> items,
      Optional<@PlainText @Size(max = 500) String> note) {}

  /** Tasks to be claimed, one of each case. */
  public record ClaimMany(@Size(min = 1, max = Bulk.MOST) List<TaskAtVersion> items) {}
}
