package banshi.cases;

import banshi.clock.Ledger;
import banshi.clock.TimeLimit;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.ApplicantType;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A two-matter application on China's calendar, for tests of what every case does. */
public final class Sample {
  public static final Instant MONDAY = at("2026-11-23T10:00:00+08:00");
  public static final ActorStamp APPLICANT = new ActorStamp(Party.APPLICANT, Optional.empty());

  private Sample() {}

  public static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  public static Clocks clocks() {
    return HallClocks.published();
  }

  public static Kernel kernel() {
    return new Kernel(ApplicationLifeCycle.TABLE, clocks());
  }

  public static ApplicantIdentity applicant() {
    return new ApplicantIdentity(
        new PersonName("张三"),
        IdType.ID_CARD,
        Optional.of(new IdNumber("500106190001010019")),
        Optional.of(new Phone("13800000000")),
        ApplicantType.PERSON);
  }

  public static <D> Case<D> filledIn(long seed, Instant receivedAt, D details) {
    return new Case<>(
        CaseNumber.draw(CaseKind.APPLICATION, LocalDate.of(2026, 11, 23), new Random(seed)),
        ApplicationStage.RECEIVED,
        1,
        receivedAt,
        new Text("开办餐饮店", "Open a restaurant"),
        applicant(),
        new ApplicantKey("a".repeat(32)),
        Map.of(
            ClockName.ACCEPTANCE, Ledger.of(TimeLimit.workingDays(5)),
            ClockName.CORRECTION, Ledger.of(TimeLimit.workingDays(5)),
            ClockName.OWED, Ledger.of(TimeLimit.workingDays(3)),
            ClockName.DELIVERY, Ledger.of(TimeLimit.workingDays(10)),
            ClockName.PROMISED, Ledger.of(TimeLimit.workingDays(10)),
            ClockName.STATUTORY, Ledger.of(TimeLimit.workingDays(20))),
        List.of(
            new Part("FOOD", "MARKET", new Text("食品经营许可", "Food licence"), Optional.empty()),
            new Part("SIGN", "URBAN", new Text("户外招牌", "Signboard"), Optional.empty())),
        List.of(
            Task.planned(
                "FOOD", "MARKET", new Text("审查", "Review"), Ledger.of(TimeLimit.workingDays(10))),
            Task.planned(
                "SIGN", "URBAN", new Text("审查", "Review"), Ledger.of(TimeLimit.workingDays(5)))),
        new TreeMap<>(),
        Map.of(),
        0,
        Map.of(),
        Set.of(),
        Signatories.none(),
        TimelineHead.none(receivedAt),
        details);
  }

  public static Change<String> received(long seed) {
    return kernel().open(filledIn(seed, MONDAY, "details"), Occasion.of(MONDAY, APPLICANT));
  }
}
