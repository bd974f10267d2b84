package banshi.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ComplaintLifeCycle;
import banshi.cases.ComplaintStage;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.cases.Sample;
import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.desk.Filer;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.text.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a complaint is held to before it is received. */
class ComplainantsTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Case<String> OWN = Sample.received(1).after();
  private static final Actor COMPLAINANT =
      actor(OWN.owner().value(), Optional.of(Sample.applicant()));
  private static final Complainants COMPLAINANTS =
      new Complainants(
          new Kernel(ComplaintLifeCycle.TABLE, Sample.clocks()),
          Catalogue.standard(),
          Rules.published());

  private static Actor actor(String key, Optional<ApplicantIdentity> applicant) {
    return new Actor(
        "resident", Set.of(Role.APPLICANT), Set.of(), applicant, new ApplicantKey(key));
  }

  private static Requests.Complaint complaint(
      String relatedCase, String matterCode, String department, String officer) {
    return new Requests.Complaint(
        Optional.of(relatedCase),
        Optional.of(matterCode),
        Optional.of(department),
        Optional.of(new Requests.Complaint.About(Optional.of(officer))),
        Category.STAFF,
        "跑了三次，每次都说缺材料",
        "一次说清缺什么",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Outcome<Filed> prepared(Actor actor, Requests.Complaint body) {
    return COMPLAINANTS.prepare(
        Filer.oneself(actor, actor.applicant().orElseThrow()),
        body,
        number -> Optional.of(OWN).filter(c -> c.number().equals(number)).map(c -> c),
        NOW);
  }

  private static List<Fault> faults(Actor actor, Requests.Complaint body) {
    return switch (prepared(actor, body)) {
      case Outcome.Done<Filed>(Filed filed) -> throw new AssertionError(filed.toString());
      case Outcome.Refused<Filed>(Refusal refusal) -> ((Refusal.Invalid) refusal).faults();
    };
  }

  private static Change<ComplaintDetails> filed(Requests.Complaint body) {
    return switch (prepared(COMPLAINANT, body)) {
      case Outcome.Done<Filed>(Filed filed) ->
          filed.open(
              CaseNumber.draw(
                  filed.kernel().lifeCycle().kind(), ServiceClock.dateOf(NOW), new Random(1)),
              NOW);
      case Outcome.Refused<Filed>(Refusal refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlaceAndItsWordsInBothLanguages() {
    List<Fault> faults = faults(COMPLAINANT, complaint("A20261123", "NO-SUCH", "NO-SUCH", "张*"));
    assertThat(faults)
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("/relatedCase", "unknown-case"),
            org.assertj.core.groups.Tuple.tuple("/matterCode", "unknown-matter"),
            org.assertj.core.groups.Tuple.tuple("/department", "unknown-department"),
            org.assertj.core.groups.Tuple.tuple("/about/officer", "bad-format"));
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.detail().zh()).matches(".*\\p{IsHan}.*");
              assertThat(fault.detail().en()).isNotBlank();
            });
  }

  @Test
  void anothersCaseLooksLikeOneThatIsNotThere() {
    Requests.Complaint body =
        complaint(OWN.number().value(), "MR-FOOD-NEW", "MARKET_REGULATION", "某工作人员");
    Actor stranger = actor("z".repeat(32), Optional.of(Sample.applicant()));
    String unknown = CaseNumber.draw(OWN.kind(), ServiceClock.dateOf(NOW), new Random(99)).value();

    assertThat(faults(stranger, body))
        .isEqualTo(
            faults(COMPLAINANT, complaint(unknown, "MR-FOOD-NEW", "MARKET_REGULATION", "某工作人员")));
    assertThat(filed(body).after().details().relatedCase())
        .contains(new ComplaintDetails.Related(OWN.number().value(), "RECEIVED"));
  }

  @Test
  void whatIsReceivedRunsByFiveDaysUntilItIsJudgedAndWaitsAtTheWindow() {
    Case<ComplaintDetails> c =
        filed(complaint(OWN.number().value(), "MR-FOOD-NEW", "MARKET_REGULATION", "某工作人员")).after();
    assertThat(c.stage()).isEqualTo(ComplaintStage.SUBMITTED);
    assertThat(c.clock(ClockName.ANSWER).startedAt()).contains(NOW);
    assertThat(c.clock(ClockName.ANSWER).due(Sample.clocks().hall()).orElseThrow().at())
        .isEqualTo(Sample.at("2026-11-30T17:30:00+08:00"));
    assertThat(c.tasks())
        .singleElement()
        .satisfies(task -> assertThat(task.department()).isEqualTo("HALL"));
    assertThat(c.handlers()).isEmpty();
  }

  @Test
  void theTitleShowsNothingThatSomebodyTyped() {
    Case<ComplaintDetails> c =
        filed(complaint(OWN.number().value(), "MR-FOOD-NEW", "MARKET_REGULATION", "某工作人员")).after();
    assertThat(c.title().zh()).contains("工作人员问题").doesNotContain("某工作人员", "三次", "说清");
    assertThat(c.title().en()).contains("Staff");
  }
}
