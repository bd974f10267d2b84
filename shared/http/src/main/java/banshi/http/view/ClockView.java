package banshi.http.view;

import banshi.cases.Case;
import banshi.cases.Clocks;
import banshi.clock.ClockState;
import banshi.clock.Due;
import banshi.clock.Extension;
import banshi.clock.Ledger;
import banshi.clock.LimitUnit;
import banshi.clock.Pause;
import banshi.clock.ServiceClock;
import banshi.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One of a case's clocks, as it stands at the instant of the answer. */
public record ClockView(
    String id,
    Text name,
    Limit limit,
    ClockState state,
    Text stateName,
    Optional<Instant> startedAt,
    Limit consumed,
    Optional<Instant> dueAt,
    boolean provisional,
    boolean overdue,
    List<PauseView> pauses,
    List<ExtensionView> extensions) {

  /** An amount of time in a unit. */
  public record Limit(BigDecimal amount, LimitUnit unit) {}

  /** A stretch that did not count. */
  public record PauseView(
      Instant from, Optional<Instant> to, String reason, String legalBasis, int plannedDays) {}

  /** An extension that was granted; who approved it is on the timeline. */
  public record ExtensionView(Limit added, Instant at, String reason) {}

  /** Every clock of a case. */
  public static List<ClockView> of(Case<?> c, Clocks clocks, Instant now) {
    return c.clocks().entrySet().stream()
        .map(
            clock ->
                of(
                    clock.getKey().name(),
                    clock.getKey().label(),
                    clock.getValue(),
                    clocks.hall(),
                    now))
        .toList();
  }

  private static ClockView of(
      String id, Text name, Ledger ledger, ServiceClock clock, Instant now) {
    Optional<Due> due = ledger.due(clock, now);
    var consumed = ledger.consumed(clock, now);
    return new ClockView(
        id,
        name,
        new Limit(ledger.totalLimit().amount(), ledger.totalLimit().unit()),
        ledger.state(),
        stateName(ledger.state()),
        ledger.startedAt(),
        new Limit(consumed.amount(), consumed.unit()),
        due.map(Due::at),
        due.filter(Due::provisional).isPresent(),
        ledger.overdue(clock, now),
        ledger.pauses().stream().map(ClockView::pause).toList(),
        ledger.extensions().stream().map(ClockView::extension).toList());
  }

  private static PauseView pause(Pause pause) {
    return new PauseView(
        pause.from(),
        pause.to(),
        pause.reason().reason(),
        pause.reason().legalBasis(),
        pause.reason().plannedDays());
  }

  private static ExtensionView extension(Extension extension) {
    return new ExtensionView(
        new Limit(extension.added().amount(), extension.added().unit()),
        extension.at(),
        extension.reason());
  }

  private static Text stateName(ClockState state) {
    return switch (state) {
      case NOT_STARTED -> new Text("未开始", "Not started");
      case RUNNING -> new Text("计时中", "Running");
      case PAUSED -> new Text("已暂停", "Paused");
      case STOPPED -> new Text("已停止", "Stopped");
    };
  }
}
