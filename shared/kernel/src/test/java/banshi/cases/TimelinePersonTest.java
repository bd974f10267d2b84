package banshi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.crypto.Digests;
import banshi.identity.ApplicantKey;
import banshi.identity.Person;
import banshi.identity.PersonName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The timeline's hash covers the person, and entries from before persons were kept still hold. */
class TimelinePersonTest {
  private static final Person OLGA = person("olga", "李示例");
  private static final Person OTTO = person("otto", "王示例");

  private static Person person(String subject, String name) {
    return new Person(
        subject,
        Optional.of(new PersonName(name)),
        new ApplicantKey((subject + "-".repeat(32)).substring(0, 32)));
  }

  private static Change<String> accepted(Change<String> received) {
    Outcome<Change<String>> outcome =
        Sample.kernel()
            .perform(
                received.after(),
                ApplicationAction.ACCEPT,
                Set.of(Party.WINDOW),
                move ->
                    Occasion.of(Sample.MONDAY, new ActorStamp(Party.WINDOW, Optional.of("HALL")))
                        .marking(Mark.ACCEPTANCE, Optional.of("EXPRESS")));
    return ((Outcome.Done<Change<String>>) outcome).value();
  }

  private static Optional<Long> firstBroken(Case<String> c, List<TimelineEntry> timeline) {
    return TimelineVerification.of(c.number(), timeline, c.timeline()).firstBrokenSeq();
  }

  private static TimelineEntry with(
      TimelineEntry e, Optional<Person> person, Optional<String> commitment) {
    return new TimelineEntry(
        e.seq(),
        e.at(),
        new ActorStamp(e.actor().role(), e.actor().department(), person),
        commitment,
        e.action(),
        e.fromStage(),
        e.toStage(),
        e.note(),
        e.basis(),
        e.previousHash(),
        e.hash());
  }

  @Test
  void thePersonIsNamedOnEveryEntryOfTheirActAndTheChainHolds() {
    Change<String> received = Sample.received(1).by(OTTO);
    Change<String> both = received.then(accepted(received).by(OLGA));
    assertThat(both.entries())
        .extracting(entry -> entry.actor().person())
        .containsExactly(Optional.of(OTTO), Optional.of(OLGA));
    assertThat(both.entries()).allMatch(entry -> entry.hash().startsWith("SHA-256/2:"));
    assertThat(firstBroken(both.after(), both.entries())).isEmpty();
  }

  @Test
  void theClockStaysNobody() {
    Change<String> received = Sample.received(2);
    Change<String> settled =
        Sample.kernel()
            .settleAll(received.after(), Sample.MONDAY.plus(java.time.Duration.ofDays(10)));
    assertThat(settled.entries()).isNotEmpty();
    assertThat(settled.by(OLGA).entries())
        .extracting(TimelineEntry::actor)
        .containsOnly(ActorStamp.SYSTEM);
    assertThat(settled.by(OLGA)).isEqualTo(settled);
  }

  @Test
  void everyTamperingWithThePersonIsFoundWithItsPlace() {
    Change<String> received = Sample.received(3).by(OTTO);
    Change<String> act = accepted(received).by(OLGA);
    TimelineEntry e = act.entries().getFirst();
    List<TimelineEntry> forgeries =
        List.of(
            with(e, Optional.of(OTTO), e.commitment()),
            with(e, Optional.of(person("olga", "王示例")), e.commitment()),
            with(
                e,
                Optional.of(new Person("olga", Optional.empty(), OLGA.account())),
                e.commitment()),
            with(e, Optional.of(new Person("olga", OLGA.name(), OTTO.account())), e.commitment()),
            with(e, Optional.empty(), e.commitment()),
            with(e, e.actor().person(), Optional.empty()),
            with(e, Optional.empty(), Optional.empty()),
            with(e, Optional.of(OTTO), received.entries().getFirst().commitment()));
    for (TimelineEntry forged : forgeries) {
      List<TimelineEntry> timeline = new ArrayList<>(received.entries());
      timeline.add(forged);
      assertThat(firstBroken(act.after(), timeline)).as("%s", forged).contains(2L);
    }
  }

  @Test
  void twoUsersOfOneCompanyAreToldApart() {
    Person one = new Person("clerk-1", Optional.empty(), OLGA.account());
    Person other = new Person("clerk-2", Optional.empty(), OTTO.account());
    Change<String> received = Sample.received(4);
    assertThat(received.by(one).entries().getFirst().actor().person())
        .isNotEqualTo(received.by(other).entries().getFirst().actor().person());
    assertThat(received.by(one).entries().getFirst().hash())
        .isNotEqualTo(received.by(other).entries().getFirst().hash());
  }

  @Test
  void entriesFromBeforePersonsWereKeptStillHold() {
    Change<String> received = Sample.received(5);
    TimelineEntry old = received.entries().getFirst();
    assertThat(old.commitment()).isEmpty();
    // As the first version of the house wrote it, field by field.
    assertThat(old.hash())
        .isEqualTo(
            "SHA-256:"
                + Digests.sha256Hex(
                    field("SHA-256")
                        + field(received.after().number().value())
                        + field("1")
                        + field(Sample.MONDAY.toString())
                        + field("APPLICANT")
                        + field("")
                        + field(old.action())
                        + field("")
                        + field("RECEIVED")
                        + field("-")
                        + field("")
                        + field("")));
    Change<String> later = received.then(accepted(received).by(OLGA));
    assertThat(firstBroken(later.after(), later.entries())).isEmpty();
  }

  private static String field(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
  }
}
