package banshi.complaint;

import banshi.cases.CaseKind;
import banshi.catalogue.Catalogue;
import banshi.figures.Count;
import banshi.figures.Counts;
import banshi.figures.GroupBy;
import banshi.figures.Measure;
import banshi.figures.Measured;
import banshi.figures.Period;
import banshi.figures.Report;
import banshi.http.Caller;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RolesNeeded;
import banshi.identity.Role;
import banshi.store.Statistics;
import banshi.text.Fault;
import banshi.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures of complaints, for supervisors; never counted from cases when they are asked for. */
@Path("/v1/complaints/statistics")
@Tag(name = "statistics", description = "统计 · Figures for supervisors")
@RolesNeeded(Role.SUPERVISOR)
public class StatisticsResource {
  private final Statistics statistics;
  private final Catalogue catalogue;
  private final Caller caller;

  StatisticsResource(Statistics statistics, Catalogue catalogue, Caller caller) {
    this.statistics = statistics;
    this.catalogue = catalogue;
    this.caller = caller;
  }

  /**
   * Figures with what makes them testable: definitions, days, bases.
   *
   * @param asOf when they stood so: later answers and ratings change them
   */
  public record StatisticsView(
      Instant asOf,
      LocalDate from,
      LocalDate to,
      String groupBy,
      List<GroupView> groups,
      FiguresView total,
      Map<String, Text> definitions) {}

  /** A group; without a code for the complaints of which it is not decided. */
  public record GroupView(Optional<String> code, Text name, FiguresView figures) {}

  /** Counts, and what is derived from them. */
  public record FiguresView(
      Map<String, Long> counts,
      Measured averageWorkedMinutes,
      Measured onTimeRate,
      Measured satisfactionRate) {}

  @GET
  @Operation(
      operationId = "getComplaintStatistics",
      summary = "反映统计，按收到日期 · Figures of complaints, by the day of receipt")
  public StatisticsView statistics(
      @Parameter(description = "首日 First day, yyyy-mm-dd", required = true) @QueryParam("from")
          Optional<String> from,
      @Parameter(
              description = "末日（含），至多366日 Last day, inclusive; at most 366 days",
              required = true)
          @QueryParam("to")
          Optional<String> to,
      @Parameter(
              description = "department (default), causeClass, tier",
              schema = @Schema(enumeration = {"department", "causeClass", "tier"}))
          @QueryParam("groupBy")
          Optional<String> groupBy) {
    List<Fault> faults = new ArrayList<>();
    Optional<LocalDate> first = day("from", from, faults);
    Optional<LocalDate> last = day("to", to, faults);
    Optional<GroupBy> by = GroupBy.asked(groupBy.orElse(GroupBy.DEPARTMENT.parameter()));
    if (by.isEmpty()) {
      faults.add(
          Fault.of(
              "groupBy",
              "not-one-of",
              "应为 department、causeClass 或 tier",
              "department, causeClass or tier"));
    }
    Optional<Period> period = first.flatMap(day -> last.flatMap(end -> Period.of(day, end)));
    if (first.isPresent() && last.isPresent() && period.isEmpty()) {
      faults.add(
          Fault.of(
              "to",
              "out-of-range",
              "末日不得早于首日，且至多 " + Period.LONGEST + " 日",
              "Not before the first day, and at most " + Period.LONGEST + " days in all"));
    }
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_PARAMETER, faults).asException();
    }
    return view(statistics.report(CaseKind.COMPLAINT, period.orElseThrow(), by.orElseThrow()));
  }

  private StatisticsView view(Report report) {
    Map<String, Text> definitions = new LinkedHashMap<>();
    Arrays.stream(Count.values())
        .forEach(count -> definitions.put(camel(count.name()), count.definition()));
    Arrays.stream(Measure.values())
        .forEach(measure -> definitions.put(camel(measure.name()), measure.definition()));
    return new StatisticsView(
        caller.now(),
        report.period().from(),
        report.period().to(),
        report.groupBy().parameter(),
        report.groups().stream()
            .map(
                group ->
                    new GroupView(
                        group.code(),
                        name(report.groupBy(), group.code()),
                        figures(group.counts())))
            .toList(),
        figures(report.total()),
        definitions);
  }

  private static FiguresView figures(Counts counts) {
    Map<String, Long> values = new LinkedHashMap<>();
    Arrays.stream(Count.values()).forEach(each -> values.put(camel(each.name()), counts.of(each)));
    return new FiguresView(
        values,
        counts.measured(Measure.AVERAGE_WORKED_MINUTES),
        counts.measured(Measure.ON_TIME_RATE),
        counts.measured(Measure.SATISFACTION_RATE));
  }

  private Text name(GroupBy by, Optional<String> code) {
    return code.map(
            known ->
                switch (by) {
                  case DEPARTMENT -> catalogue.departmentName(known);
                  case CAUSE_CLASS -> CauseClass.valueOf(known).label();
                  case TIER -> Tier.valueOf(known).label();
                })
        .orElseGet(() -> new Text("未定", "Not decided"));
  }

  /** The names of the contract's style: {@code ON_TIME} is shown as {@code onTime}. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    boolean capital = false;
    for (char letter : name.toCharArray()) {
      if (letter == '_') {
        capital = true;
      } else {
        camel.append(capital ? letter : Character.toLowerCase(letter));
        capital = false;
      }
    }
    return camel.toString();
  }

  private static Optional<LocalDate> day(String name, Optional<String> text, List<Fault> faults) {
    if (text.isEmpty()) {
      faults.add(Fault.of(name, "required", "请填写日期", "Give a date"));
      return Optional.empty();
    }
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException unreadable) {
      faults.add(Fault.of(name, "bad-format", "日期格式为 yyyy-mm-dd", "A date is yyyy-mm-dd"));
      return Optional.empty();
    }
  }
}
