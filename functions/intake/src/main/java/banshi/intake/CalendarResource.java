package banshi.intake;

import banshi.cases.Clocks;
import banshi.clock.CalendarDay;
import banshi.clock.ClockRefusal;
import banshi.clock.ClockRefused;
import banshi.clock.Due;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.ProblemException;
import banshi.http.Public;
import banshi.text.Fault;
import banshi.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The service clock, open to everybody. */
@Path("/v1/calendar")
@Tag(name = "calendar", description = "工作日历 · The service clock")
@Public
public class CalendarResource {
  private final ServiceClock clock;

  CalendarResource(Clocks clocks) {
    this.clock = clocks.hall();
  }

  /** When a limit ends. */
  public record DueView(Instant dueAt, boolean provisional, LocalDate calendarPublishedThrough) {}

  /** A day of the calendar. */
  public record DayView(LocalDate date, boolean workingDay, Text reason) {}

  @GET
  @Path("/due")
  @Operation(operationId = "getDue", summary = "到期时间 · When a limit ends")
  public DueView due(
      @Parameter(required = true, description = "RFC 3339") @QueryParam("from")
          Optional<String> from,
      @Parameter(required = true, description = "1.5") @QueryParam("amount")
          Optional<String> amount,
      @Parameter(required = true, description = "WORKING_DAYS, WORKING_HOURS, CALENDAR_DAYS")
          @QueryParam("unit")
          Optional<String> unit) {
    List<Fault> faults = new ArrayList<>();
    required(faults, "from", from);
    required(faults, "amount", amount);
    required(faults, "unit", unit);
    Optional<Instant> start = from.flatMap(text -> instant(faults, text));
    Optional<TimeLimit> limit =
        amount.flatMap(number -> unit.flatMap(name -> limit(faults, number, name)));
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_PARAMETER, faults).asException();
    }
    try {
      Due due = clock.due(start.orElseThrow(), limit.orElseThrow());
      return new DueView(due.at(), due.provisional(), clock.calendar().publishedThrough());
    } catch (ClockRefused refused) {
      throw refused("from", refused.refusal());
    }
  }

  @GET
  @Path("/days/{date}")
  @Operation(operationId = "getDay", summary = "某日是否工作日 · Whether a day is worked")
  public DayView day(@PathParam("date") String date) {
    try {
      CalendarDay day = clock.calendar().day(LocalDate.parse(date));
      return new DayView(
          day.date(),
          day.workingDay(),
          new Text(day.reason().inChinese(), day.reason().inEnglish()));
    } catch (ClockRefused refused) {
      throw refused("date", refused.refusal());
    } catch (DateTimeException notADate) {
      throw Problem.of(
              ProblemCode.INVALID_PARAMETER,
              List.of(
                  new Fault(
                      "date",
                      "bad-format",
                      new Text("日期格式应为 2026-11-23", "A date such as 2026-11-23"))))
          .asException();
    }
  }

  private static void required(List<Fault> faults, String name, Optional<String> value) {
    if (value.isEmpty()) {
      faults.add(new Fault(name, "required", new Text("缺少该参数", "The parameter is missing")));
    }
  }

  private static Optional<Instant> instant(List<Fault> faults, String text) {
    try {
      // A plus sign that a client did not encode arrives as a space.
      return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    } catch (DateTimeException notAnInstant) {
      faults.add(
          new Fault(
              "from",
              "bad-format",
              new Text(
                  "应为带时区的时间，例如 2026-11-23T09:00:00+08:00",
                  "An instant with offset such as 2026-11-23T09:00:00+08:00")));
      return Optional.empty();
    }
  }

  private static Optional<TimeLimit> limit(List<Fault> faults, String amount, String unit) {
    try {
      return Optional.of(TimeLimit.parse(amount, unit));
    } catch (ClockRefused refused) {
      ClockRefusal refusal = refused.refusal();
      String name = refusal == ClockRefusal.UNKNOWN_UNIT ? "unit" : "amount";
      faults.add(new Fault(name, refusal.code(), text(refusal)));
      return Optional.empty();
    }
  }

  private static ProblemException refused(String name, ClockRefusal refusal) {
    return Problem.of(
            ProblemCode.INVALID_PARAMETER, List.of(new Fault(name, refusal.code(), text(refusal))))
        .asException();
  }

  private static Text text(ClockRefusal refusal) {
    return new Text(refusal.inChinese(), refusal.inEnglish());
  }
}
