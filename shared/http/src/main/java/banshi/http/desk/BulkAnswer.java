package banshi.http.desk;

import banshi.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an act on many cases, each by itself.
 *
 * @param items in the order asked for
 * @param done how many were done
 * @param refused how many were refused
 * @param waiting how many were not come to: the same request, sent again with the same key, does
 *     them
 */
@Schema(name = "BulkAnswer")
public record BulkAnswer(List<BulkItem> items, int done, int refused, int waiting) {
  /**
   * What became of the act on one case.
   *
   * @param number the case's; as it was typed where the act on it was refused
   * @param status what the act on this case alone would have been answered with
   * @param version the case's newest version, where the caller may know it
   * @param problem why not
   */
  @Schema(name = "BulkItem")
  public record BulkItem(
      String number,
      int status,
      Optional<Long> version,
      Optional<String> stage,
      Optional<Text> stageName,
      @Schema(ref = "#/components/schemas/Problem") Optional<Map<String, Object>> problem) {}
}
