package banshi.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ComplaintAction;
import banshi.cases.ComplaintLifeCycle;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Refusal;
import banshi.cases.Sample;
import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.desk.Decision;
import banshi.desk.Filer;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer that is not taken sets going. */
class DisputeTest {
  private static final String MARKET = "MARKET_REGULATION";
  private static final Kernel KERNEL = new Kernel(ComplaintLifeCycle.TABLE, Sample.clocks());
  private static final Rules RULES = Rules.published();
  private static final Complainants COMPLAINANTS =
      new Complainants(KERNEL, Catalogue.standard(), RULES);
  private static final WindowOfficers WINDOW =
      new WindowOfficers(KERNEL, Catalogue.standard(), RULES);
  private static final Actor RESIDENT =
      new Actor(
          "resident",
          Set.of(Role.APPLICANT),
          Set.of(),
          Optional.of(Sample.applicant()),
          new ApplicantKey("r".repeat(32)));
  private static final Actor AT_WINDOW = officer("HALL", "w");
  private static final Actor AT_MARKET = officer(MARKET, "m");

  private static Actor officer(String department, String key) {
    return new Actor(
        key,
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        new ApplicantKey(key.repeat(32)));
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Refusal refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  private static Case<ComplaintDetails> after(
      Case<ComplaintDetails> c, Actor actor, Decision<ComplaintDetails> decision, Instant at) {
    return done(decision.decide(c, Parties.of(actor, c), at)).after();
  }

  private static Case<ComplaintDetails> answered(Tier tier, Instant received, Instant answered) {
    Requests.Complaint body =
        new Requests.Complaint(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Category.OTHER,
            "没有人管",
            "有人管",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Case<ComplaintDetails> filed =
        done(COMPLAINANTS.prepare(
                Filer.oneself(RESIDENT, RESIDENT.applicant().orElseThrow()),
                body,
                number -> Optional.empty(),
                received))
            .open(
                CaseNumber.draw(
                    ComplaintLifeCycle.TABLE.kind(), ServiceClock.dateOf(received), new Random(1)),
                received)
            .after();
    Case<ComplaintDetails> triaged =
        after(
            filed,
            AT_WINDOW,
            WINDOW.triage(AT_WINDOW, new Requests.Triage(tier, CauseClass.OTHER, Optional.empty())),
            received);
    Case<ComplaintDetails> assigned =
        after(
            triaged,
            AT_WINDOW,
            WINDOW.assign(AT_WINDOW, new Requests.Assign(MARKET, Optional.empty())),
            received);
    Change<ComplaintDetails> reply =
        done(
            new Steps<ComplaintDetails>(KERNEL)
                .performed(
                    assigned,
                    ComplaintAction.REPLY,
                    AT_MARKET,
                    Parties.of(AT_MARKET, assigned),
                    answered,
                    UnaryOperator.identity(),
                    UnaryOperator.identity()));
    return reply.after();
  }

  @ParameterizedTest(name = "{0} disputed {1}: due {2}")
  @CsvSource({
    "IMMEDIATE, 2026-11-24T09:00:00+08:00, 2026-11-24T17:30:00+08:00",
    "IMMEDIATE, 2026-11-24T20:00:00+08:00, 2026-11-25T17:30:00+08:00",
    "IMMEDIATE, 2026-11-28T11:00:00+08:00, 2026-11-30T17:30:00+08:00",
    "D1,        2026-11-24T09:00:00+08:00, 2026-11-25T17:30:00+08:00",
    "D3,        2026-11-24T20:00:00+08:00, 2026-11-27T17:30:00+08:00"
  })
  void theNextAnswerHasTheTimeOfItsTierCountedFromTheDispute(Tier tier, String at, String due) {
    Case<ComplaintDetails> answered =
        answered(
            tier, Sample.at("2026-11-23T16:00:00+08:00"), Sample.at("2026-11-23T16:30:00+08:00"));

    Case<ComplaintDetails> disputed =
        after(
            answered,
            RESIDENT,
            COMPLAINANTS.dispute(new CommonRequests.Reasoned("没有解决")),
            Sample.at(at));

    assertThat(disputed.clock(ClockName.ANSWER).due(Sample.clocks().hall()).orElseThrow().at())
        .isEqualTo(Sample.at(due));
    assertThat(disputed.level()).isEqualTo(1);
    assertThat(disputed.tasks().getLast().department()).isEqualTo(MARKET);
  }
}
