package banshi.intake;

import banshi.cases.ApplicationStage;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.Kernel;
import banshi.cases.Part;
import banshi.cases.Signatories;
import banshi.cases.Task;
import banshi.cases.TimelineHead;
import banshi.catalogue.Checklist;
import banshi.catalogue.Matter;
import banshi.clock.Ledger;
import banshi.clock.TimeLimit;
import banshi.desk.Filer;
import banshi.desk.Filing;
import banshi.desk.Links;
import banshi.store.Companion;
import banshi.store.RunningMatters;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An application that is ready to be received, whatever is wrong with it: receiving never refuses
 * for incompleteness.
 *
 * @param others what the applicant has under way for its matters, as it was read
 */
record Submission(
    Kernel kernel,
    Links links,
    Optional<CaseNumber> consultation,
    Text title,
    Checklist checklist,
    Filer filer,
    ApplicationDetails details,
    Optional<String> draftId,
    SortedMap<String, SortedSet<CaseNumber>> others)
    implements Filing<ApplicationDetails> {
  /** To accept, refuse or ask for corrections: Administrative Licensing Law art. 32. */
  private static final TimeLimit ACCEPTANCE = TimeLimit.workingDays(5);

  /** To hand over what was decided: Administrative Licensing Law art. 44, ten working days. */
  static final TimeLimit DELIVERY = TimeLimit.workingDays(10);

  /**
   * What an immediate matter (即办件) is held to once it is accepted. The hall's own default: the law
   * only says "on the spot" (art. 34).
   */
  private static final TimeLimit IMMEDIATE = TimeLimit.workingHours(1);

  @Override
  public Change<ApplicationDetails> open(CaseNumber number, Instant now) {
    Case<ApplicationDetails> filledIn =
        new Case<>(
            number,
            ApplicationStage.RECEIVED,
            1,
            now,
            title,
            filer.applicant(),
            filer.owner(),
            Map.of(
                ClockName.ACCEPTANCE, Ledger.of(ACCEPTANCE),
                ClockName.CORRECTION, Ledger.of(ACCEPTANCE),
                ClockName.OWED, Ledger.of(TimeLimit.workingDays(Applicants.DEFAULT_OWED_DAYS)),
                ClockName.PROMISED, Ledger.of(promised()),
                ClockName.STATUTORY, Ledger.of(checklist.statutory().time()),
                ClockName.DELIVERY, Ledger.of(DELIVERY)),
            checklist.matters().stream().map(Submission::part).toList(),
            checklist.matters().stream().flatMap(this::tasks).toList(),
            new TreeMap<>(),
            Map.of(),
            0,
            Map.of(),
            Set.of(),
            Signatories.none(),
            TimelineHead.none(now),
            details);
    Change<ApplicationDetails> opened =
        kernel.open(filledIn, filer.opening(filledIn, now).adding(Duties.receive(filledIn)));
    return consultation
        .map(cameOf -> opened.then(kernel.link(opened.after(), cameOf, now)))
        .orElse(opened);
  }

  /**
   * The consultation that it came of is told its number, and it enters what its applicant has under
   * way, if that is what it was warned of.
   */
  @Override
  public List<Companion> companions(CaseNumber number, Instant now) {
    return Stream.concat(
            consultation.flatMap(cameOf -> links.naming(cameOf, number, now)).stream(),
            RunningMatters.entering(filer.owner(), others, number, now).stream())
        .toList();
  }

  private static Part part(Matter matter) {
    return new Part(matter.code(), matter.responsible(), matter.name(), Optional.empty());
  }

  private TimeLimit promised() {
    return checklist.promise().time().orElse(IMMEDIATE);
  }

  /** The reviews, then the decision. An immediate matter is decided in one sitting. */
  private Stream<Task> tasks(Matter matter) {
    TimeLimit limit = matter.promise().time().orElse(matter.statutory().time());
    Stream<Task> reviews =
        matter.immediate()
            ? Stream.of()
            : matter.tasks().stream()
                .map(
                    work ->
                        Task.planned(
                            matter.code(), work.department(), work.title(), Ledger.of(limit)));
    return Stream.concat(reviews, Stream.of(Duties.decide(part(matter), promised())));
  }
}
