package banshi.complaint;

import banshi.http.Public;
import banshi.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a complaint's form and a handler's console offer to choose from. */
@Path("/v1/complaints/options")
@Tag(name = "complaints", description = "办不成事 · Complaints")
@Public
public class OptionsResource {
  /** Something to choose. */
  public record Option(String code, Text name) {}

  /** Where to go with what does not belong here. */
  public record DestinationOption(Destination code, Text name, Text whereToGo) {}

  /** Everything there is to choose from. */
  public record Options(
      List<Option> categories,
      List<Option> tiers,
      List<Option> causeClasses,
      List<DestinationOption> destinations) {}

  @GET
  @Operation(
      operationId = "getComplaintOptions",
      summary = "类别、定级、原因与去向 · Categories, tiers, causes, and where to go instead")
  public Options options() {
    Rules rules = Rules.published();
    return new Options(
        Arrays.stream(Category.values())
            .map(each -> new Option(each.name(), each.label()))
            .toList(),
        Arrays.stream(Tier.values()).map(each -> new Option(each.name(), each.label())).toList(),
        Arrays.stream(CauseClass.values())
            .map(each -> new Option(each.name(), each.label()))
            .toList(),
        Arrays.stream(Destination.values())
            .map(
                each ->
                    new DestinationOption(
                        each,
                        rules.destinations().get(each).name(),
                        rules.destinations().get(each).whereToGo()))
            .toList());
  }
}
