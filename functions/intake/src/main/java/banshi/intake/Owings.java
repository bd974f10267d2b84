package banshi.intake;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.intake.ApplicationDetails.Owed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** When owed materials (容缺材料) must be there: each by its own days, counted from acceptance. */
final class Owings {
  private final Kernel kernel;
  private final Prechecks prechecks;

  Owings(Kernel kernel, Prechecks prechecks) {
    this.kernel = kernel;
    this.prechecks = prechecks;
  }

  /** By when one of them must be there that is promised at an instant. */
  Instant until(Case<ApplicationDetails> c, Owed owed, Instant now) {
    return kernel.clocks().hall().due(now, within(c, owed)).at();
  }

  /**
   * Tells the kernel what is still owed, and for how long: the clock OWED runs by the earliest of
   * what is outstanding, and stops when nothing is.
   */
  Occasion of(Occasion occasion, Case<ApplicationDetails> c, ApplicationDetails details) {
    Set<String> outstanding = details.outstanding();
    Occasion marked =
        occasion.marking(
            Mark.OWED,
            outstanding.isEmpty()
                ? Optional.empty()
                : Optional.of(Integer.toString(outstanding.size())));
    return details.owed().stream()
        .filter(Owed::outstanding)
        .map(owed -> within(c, owed))
        .min(Comparator.comparing(TimeLimit::amount))
        .map(limit -> marked.limiting(ClockName.OWED, limit))
        .orElse(marked);
  }

  private TimeLimit within(Case<ApplicationDetails> c, Owed owed) {
    return TimeLimit.workingDays(
        prechecks.checklist(c.details(), ServiceClock.dateOf(c.receivedAt())).materials().stream()
            .filter(needed -> needed.material().code().equals(owed.code()))
            .flatMap(needed -> needed.owedDays().stream())
            .findFirst()
            .orElse(Applicants.DEFAULT_OWED_DAYS));
  }
}
