package banshi.e2e;

import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is referred to those who watch over discipline, and answers that are corrected. */
class DisciplineTest {
  private static final Persona WATCH = People.officerOf("DISCIPLINE");

  private final Hall hall = TheHall.open();

  private List<String> numbers(String list) {
    return hall.as(WATCH).get(list).is(200).json().path("items").findValuesAsText("number");
  }

  @Test
  void aReferralReachesDisciplineWhichReadsItAndNothingElse() {
    Grievance complaint =
        Grievance.filed(hall, People.resident(980), Grievance.about("窗口某人")).triaged("D5");
    Grievance other = Grievance.answered(hall, People.resident(981));
    hall.as(WATCH).get(complaint.path()).is(404, "not-found");
    complaint.by(WINDOW, "assign", Grievance.assign("DISCIPLINE")).is(400, "invalid-body");

    complaint.by(SUPERVISOR, "refer-discipline", Grievance.reason("涉作风")).is(200);
    assertThat(numbers("/v1/queues/DISCIPLINE?limit=100")).contains(complaint.number());
    assertThat(numbers("/v1/notices?inbox=DISCIPLINE&limit=100")).contains(complaint.number());
    hall.as(WATCH).get(complaint.path()).is(200);
    hall.as(WATCH).get(other.path()).is(404, "not-found");

    complaint.by(HANDLER, "acknowledge-referral", "{\"note\":\"x\"}").is(404);
    complaint.assigned();
    complaint.by(HANDLER, "acknowledge-referral", "{\"note\":\"x\"}").is(403);
    complaint.by(WATCH, "acknowledge-referral", "{\"note\":\"已立项核查\"}").is(200);
    complaint.by(WATCH, "acknowledge-referral", "{\"note\":\"x\"}").is(409, "action-not-allowed");
    assertThat(numbers("/v1/queues/DISCIPLINE?limit=100")).doesNotContain(complaint.number());
    complaint.isWhole();
  }

  @Test
  void whatDisciplineNotesIsForThemAndSupervisorsAlone() {
    Grievance complaint =
        Grievance.filed(hall, People.resident(982), Grievance.aboutTheMatter())
            .triaged("D5")
            .assigned();
    complaint.by(SUPERVISOR, "refer-discipline", Grievance.reason("涉作风")).is(200);
    complaint.by(WATCH, "acknowledge-referral", "{\"note\":\"已立项核查\"}").is(200);
    assertThat(hall.as(WATCH).get(complaint.path()).is(200).text("/disciplineNote/text"))
        .isEqualTo("已立项核查");
    assertThat(complaint.seen().at("/disciplineNote/text").asText()).isEqualTo("已立项核查");
    for (Persona reader : List.of(HANDLER, WINDOW, People.resident(982))) {
      assertThat(hall.as(reader).get(complaint.path()).is(200).body()).doesNotContain("已立项核查");
      assertThat(hall.as(reader).get(complaint.path() + "/timeline").is(200).body())
          .doesNotContain("已立项核查");
    }
  }

  @Test
  void aReferralStaysDisciplinesWhateverBecomesOfTheComplaint() {
    Grievance complaint = Grievance.answered(hall, People.resident(983));
    complaint.by(SUPERVISOR, "refer-discipline", Grievance.reason("涉作风")).is(200);
    complaint.does("withdraw", "{}").is(200);
    assertThat(numbers("/v1/queues/DISCIPLINE?limit=100")).contains(complaint.number());
    complaint.by(WATCH, "acknowledge-referral", "{\"note\":\"已签收\"}").is(200);
  }

  @Test
  @Needs(Need.TIME)
  void aCorrectedAnswerKeepsBothVersionsAndIsDisputedInAsMuchTime() {
    Grievance complaint = Grievance.answered(hall, People.resident(984));
    assertThat(complaint.due("DISPUTE")).isEqualTo("2026-12-03T23:59:59+08:00");
    hall.setTime("2026-11-25T10:00:00+08:00");
    complaint.by(HANDLER, "correct-reply", "{\"reason\":\"笔误\",\"answer\":\"只缺平面图\"}").is(200);
    assertThat(complaint.due("DISPUTE")).isEqualTo("2026-12-07T23:59:59+08:00");
    assertThat(complaint.seen().at("/answers/0/answer").asText()).isEqualTo("只缺平面图");
    assertThat(complaint.seen().at("/answers/0/history/0/answer").asText()).contains("布局图");
    complaint
        .by(HANDLER, "correct-reply", "{\"reason\":\"笔误\",\"answer\":\"只缺平面图\"}")
        .is(400, "invalid-body");
    complaint.confirmed();
    complaint
        .by(HANDLER, "correct-reply", "{\"reason\":\"笔误\",\"answer\":\"另一说法\"}")
        .is(409, "action-not-allowed");
    complaint.isWhole();
  }

  @Test
  @Needs(Need.TIME)
  void aCorrectedConsultationsAnswerGivesTheFollowUpItsTimeAnewAndOpensNothingThatIsClosed() {
    Inquiry inquiry = Inquiry.answered(hall, People.resident(985));
    String before = inquiry.due("FOLLOW_UP");
    hall.setTime("2026-11-25T10:00:00+08:00");
    String correction = "{\"reason\":\"笔误\",\"text\":\"先办食品经营许可\"}";
    inquiry.by(WINDOW, "correct-answer", correction).is(403);
    inquiry.by(Inquiry.ADVISER, "correct-answer", correction).is(200);
    assertThat(inquiry.due("FOLLOW_UP")).isGreaterThan(before);
    assertThat(inquiry.seen().at("/answers/0/history")).hasSize(1);
    inquiry.does("accept-answer", "{}").is(200);
    inquiry
        .by(Inquiry.ADVISER, "correct-answer", "{\"reason\":\"补充\",\"references\":[\"第三十条\"]}")
        .is(200);
    assertThat(inquiry.stage()).isEqualTo("CLOSED");
    assertThat(inquiry.told("ANSWER_CORRECTED")).isPresent();
    inquiry.isWhole();
  }
}
