package banshi.startup;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.Clocks;
import banshi.cases.StartupLifeCycle;
import banshi.cases.Task;
import banshi.startup.form.Service;
import banshi.startup.licence.MinutesLedger;
import banshi.text.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who used which minutes (用时明细): see {@link MinutesLedger}. Empty of entries until everybody has
 * signed.
 */
@Schema
public record LedgerView(
    long budgetMinutes,
    long elapsedMinutes,
    long countedMinutes,
    List<EntryView> entries,
    List<ShareView> byHolder,
    List<LateView> late) {
  /** The parts of a start-up in the order in which it goes: the registrar's first. */
  static final List<String> PARTS =
      Stream.concat(
              Stream.of(StartupLifeCycle.LICENCE), Arrays.stream(Service.values()).map(Enum::name))
          .toList();

  private static final Text APPLICANT = new Text("申请人", "Applicant");

  /**
   * One stretch of time.
   *
   * @param holder a department's code, or APPLICANT
   * @param counted whether the clock ran
   * @param settled whether the holder is certain: not while several departments still work
   * @param waitingFor departments that still work
   */
  public record EntryView(
      Instant from,
      Instant to,
      String holder,
      Text holderName,
      long minutes,
      boolean counted,
      boolean settled,
      List<String> waitingFor) {}

  /**
   * What one holder used.
   *
   * @param minutes for which the case waited for them
   * @param ownMinutes for which their own task was open
   * @param limitMinutes what their task may take
   * @param overMinutes by how many it took longer
   */
  public record ShareView(
      String holder,
      Text holderName,
      long minutes,
      long ownMinutes,
      Optional<Long> limitMinutes,
      long overMinutes) {}

  /** How many of the minutes beyond the promise are whose. */
  public record LateView(String holder, Text holderName, long minutes) {}

  static LedgerView of(
      Case<?> c, Clocks clocks, Function<String, Text> departmentName, Instant now) {
    MinutesLedger ledger =
        MinutesLedger.of(c.clock(ClockName.PROMISED), tasks(c), clocks.hall(), now);
    Function<String, Text> named =
        holder -> holder.equals(MinutesLedger.APPLICANT) ? APPLICANT : departmentName.apply(holder);
    return new LedgerView(
        ledger.budgetMinutes(),
        ledger.elapsedMinutes(),
        ledger.countedMinutes(),
        ledger.entries().stream()
            .map(
                entry ->
                    new EntryView(
                        entry.from(),
                        entry.to(),
                        entry.holder(),
                        named.apply(entry.holder()),
                        entry.minutes(),
                        entry.counted(),
                        entry.settled(),
                        entry.waitingFor()))
            .toList(),
        ledger.byHolder().stream()
            .map(
                share ->
                    new ShareView(
                        share.holder(),
                        named.apply(share.holder()),
                        share.minutes(),
                        share.ownMinutes(),
                        boxed(share.limitMinutes()),
                        share.overMinutes()))
            .toList(),
        ledger.late().stream()
            .map(late -> new LateView(late.holder(), named.apply(late.holder()), late.minutes()))
            .toList());
  }

  /** The tasks of the start-up itself, the registrar's first: a rating may have added others. */
  private static List<Task> tasks(Case<?> c) {
    return PARTS.stream()
        .flatMap(part -> c.tasks().stream().filter(task -> task.isOf(part)))
        .toList();
  }

  private static Optional<Long> boxed(OptionalLong minutes) {
    return minutes.isPresent() ? Optional.of(minutes.getAsLong()) : Optional.empty();
  }
}
