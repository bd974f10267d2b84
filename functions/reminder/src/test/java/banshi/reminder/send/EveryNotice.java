package banshi.reminder.send;

import banshi.cases.Action;
import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.Complaints;
import banshi.cases.Extensions;
import banshi.cases.Inquiries;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.cases.Startups;
import banshi.cases.Telling;
import banshi.clock.Extension;
import banshi.clock.PauseReason;
import banshi.clock.TimeLimit;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.notices.Remedy;
import banshi.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every notice that can be raised. Of an application each move of its life cycle that somebody may
 * make is made from every situation that it is open in, and each situation is left alone for a
 * year.
 */
final class EveryNotice {
  private static final Duration STEP = Duration.ofHours(2);
  private static final int WALKS = 400;
  private static final int STEPS = 40;

  private final Kernel kernel = Sample.kernel();
  private final List<Notice> raised = new ArrayList<>();
  private final Deque<Case<String>> open = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();

  private EveryNotice() {}

  static List<Notice> raised() {
    EveryNotice all = new EveryNotice();
    all.take(Sample.received(1));
    while (!all.open.isEmpty()) {
      all.explore(all.open.poll());
    }
    all.walkComplaints();
    all.walkStartups();
    all.walkConsultations();
    all.speak();
    return all.raised;
  }

  /** What is told of words beside a case. */
  private void speak() {
    Case<String> c = Sample.received(2).after();
    Instant now = Sample.MONDAY.plus(STEP);
    for (NoticeName name : List.of(NoticeName.MESSAGE_FROM_APPLICANT, NoticeName.HURRIED)) {
      raised.addAll(
          Telling.beside(c, name, "event-" + name, now, Telling.offices(kernel.lifeCycle(), c)));
    }
    raised.addAll(
        Telling.beside(
            c,
            NoticeName.MESSAGE_FROM_HALL,
            "event",
            now,
            Stream.of(new Recipient.Person(c.owner()))));
  }

  /** What complaints raise on many ways from their receipt, each from its own seed. */
  private void walkComplaints() {
    for (int seed = 0; seed < WALKS; seed++) {
      Random random = new Random(seed);
      Change<String> step = Complaints.submitted(seed, Sample.MONDAY, "details");
      for (int i = 0; i < STEPS; i++) {
        raised.addAll(step.notices());
        Case<String> c = step.after();
        step = Complaints.anyStep(c, later(c, random), random);
      }
    }
  }

  /** The same of start-ups. */
  private void walkStartups() {
    for (int seed = 0; seed < WALKS; seed++) {
      Random random = new Random(seed);
      Change<String> step = Startups.filed(seed, Sample.MONDAY, "details");
      for (int i = 0; i < STEPS; i++) {
        raised.addAll(step.notices());
        Case<String> c = step.after();
        step = Startups.anyStep(c, c.timeline().at().plusSeconds(soon(random)), random).change();
      }
      raised.addAll(step.notices());
    }
  }

  /** The same of consultations. */
  private void walkConsultations() {
    for (int seed = 0; seed < WALKS; seed++) {
      Random random = new Random(seed);
      Change<String> step = Inquiries.asked(seed, Sample.MONDAY, "details");
      for (int i = 0; i < STEPS; i++) {
        raised.addAll(step.notices());
        Case<String> c = step.after();
        step = Inquiries.anyStep(c, later(c, random), random).change();
      }
      raised.addAll(step.notices());
    }
  }

  /** Mostly within two hours, now and then after six weeks of silence. */
  private static int soon(Random random) {
    return random.nextInt(random.nextInt(8) == 0 ? 4_000_000 : 7_000);
  }

  /** Mostly within two days, now and then after three weeks of silence. */
  private static Instant later(Case<?> c, Random random) {
    return c.timeline()
        .at()
        .plusSeconds(random.nextInt(random.nextInt(8) == 0 ? 1_800_000 : 200_000));
  }

  private void take(Change<String> change) {
    raised.addAll(change.notices());
    Case<String> c = change.after();
    if (seen.add(situation(c))) {
      open.add(c);
    }
  }

  /** What decides which moves are open. */
  private String situation(Case<?> c) {
    return c.stage()
        + Arrays.stream(Party.values())
            .map(party -> kernel.lifeCycle().allowedActions(c, Set.of(party)).toString())
            .collect(Collectors.joining())
        + c.undecided()
        + c.timers().keySet();
  }

  private void explore(Case<String> c) {
    for (Action action : kernel.lifeCycle().actions()) {
      for (Party party : Party.values()) {
        attempt(c, action, party);
      }
    }
    Case<String> left = c;
    Instant now = c.timeline().at();
    for (int i = 0; i < 400; i++) {
      now = now.plus(Duration.ofDays(1));
      Change<String> settled = kernel.settle(left, now);
      left = settled.after();
      take(settled);
    }
  }

  private void attempt(Case<String> c, Action action, Party party) {
    Instant now = c.timeline().at().plus(STEP);
    Outcome<Change<String>> outcome =
        kernel.perform(c, action, Set.of(party), move -> occasion(now, action, party, c));
    if (outcome instanceof Outcome.Done<Change<String>>(Change<String> change)) {
      take(change);
      c.parts().stream()
          .filter(part -> action == ApplicationAction.DECIDE && part.outcome().isEmpty())
          .forEach(part -> take(change.deciding(part.id(), "GRANTED")));
    }
  }

  private static Occasion occasion(Instant now, Action done, Party party, Case<?> c) {
    Occasion occasion =
        Occasion.of(now, new ActorStamp(party, Optional.of("HALL")))
            .pausing(new PauseReason("hearing", "art. 45", 10))
            .extending(new Extension(TimeLimit.workingDays(10), now, "reason", "head"))
            .marking(Mark.ACCEPTANCE, Optional.of("EXPRESS"))
            .marking(Mark.CORRECTIONS, Optional.of("1"))
            .marking(Mark.OWED, Optional.of("1"))
            .knowing("decision", new Text("不予“食品经营许可（新办）”：", "Denied (“Food business licence”): "))
            .knowing("remedy", Remedy.besideItsOwn(Remedy.administrative(now)));
    if (done == ApplicationAction.EXTEND) {
      occasion = occasion.adding(Extensions.task(c, ClockName.STATUTORY, "HALL"));
    }
    for (Action action : ApplicationAction.values()) {
      occasion = occasion.deadline(action, now.plus(Duration.ofDays(20)));
    }
    return occasion;
  }
}
