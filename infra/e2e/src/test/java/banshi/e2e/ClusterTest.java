package banshi.e2e;

import static banshi.e2e.Grievance.DEPARTMENT;
import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 一类事: complaints of the same cause, matter and department. */
class ClusterTest {
  /** A department that no other test assigns complaints to. */
  private static final String LONELY = "TELECOM";

  private final Hall hall = TheHall.open();

  private Grievance at(String department, int resident, ObjectNode body) {
    Grievance complaint = Grievance.filed(hall, People.resident(resident), body).triaged("D5");
    complaint.by(WINDOW, "assign", Grievance.assign(department)).is(200);
    return complaint;
  }

  private Grievance alike(int resident) {
    return at(DEPARTMENT, resident, Grievance.aboutTheMatter());
  }

  /** What is shown as alike, of these numbers. */
  private List<String> similar(Grievance complaint, List<String> among) {
    List<String> numbers = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          hall.as(SUPERVISOR).get(complaint.path() + "/similar?limit=2" + cursor).is(200).json();
      page.path("items").forEach(line -> numbers.add(line.path("number").asText()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    assertThat(numbers).doesNotHaveDuplicates();
    numbers.retainAll(among);
    return numbers;
  }

  @Test
  void openComplaintsAlikeAreOfferedOldestFirstAndAnsweredOnesNoMore() {
    List<Grievance> alike = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      alike.add(at(LONELY, 250 + i, Grievance.aboutTheMatter()));
    }
    Grievance otherMatter = at(LONELY, 255, Grievance.body("MATERIALS"));
    Grievance otherCause = at(LONELY, 256, Grievance.aboutTheMatter());
    otherCause.by(WINDOW, "triage", Grievance.triage("D5", "POLICY")).is(200);
    List<String> numbers = alike.stream().map(Grievance::number).toList();
    // Those of other runs may be among them.
    List<String> all = new ArrayList<>(numbers);
    all.add(otherMatter.number());
    all.add(otherCause.number());
    assertThat(similar(alike.get(2), all)).isEqualTo(numbers);
    assertThat(similar(otherMatter, all)).containsExactly(otherMatter.number());
    assertThat(similar(otherCause, all)).containsExactly(otherCause.number());

    alike.get(0).by(People.officerOf(LONELY), "reply", Grievance.ANSWER).is(200);
    alike.get(1).does("withdraw", "{}").is(200);
    assertThat(similar(alike.get(2), all)).isEqualTo(numbers.subList(2, 5));
    alike.get(0).disputed();
    assertThat(similar(alike.get(2), all))
        .containsExactlyInAnyOrderElementsOf(
            List.of(numbers.get(0), numbers.get(2), numbers.get(3), numbers.get(4)));
    assertThat(similar(alike.get(1), all)).isEmpty();

    Grievance unjudged = Grievance.filed(hall, People.resident(257), Grievance.aboutTheMatter());
    assertThat(similar(unjudged, all)).isEmpty();
    hall.as(People.officerOf("TAX")).get(alike.get(2).path() + "/similar").is(404, "not-found");
    hall.as(People.resident(252)).get(alike.get(2).path() + "/similar").is(403, "forbidden");
  }

  @Test
  void whatIsMergedIsNamedOnBothTimelinesAndEachComplainantGetsAnOwnAnswer() {
    Grievance lead = alike(260);
    Grievance joining = alike(261);
    Grievance late = alike(262);
    joining.by(SUPERVISOR, "merge", Grievance.cluster(lead)).is(200);
    // Through any member one comes into the same cluster.
    late.by(SUPERVISOR, "merge", Grievance.cluster(joining)).is(200);
    for (Grievance member : List.of(lead, joining, late)) {
      assertThat(member.seen().path("cluster").asText()).isEqualTo(lead.number());
    }
    assertThat(joining.entries("MERGE").getFirst().path("note").asText()).isEqualTo(lead.number());
    assertThat(lead.entries("LINK").getFirst().path("note").asText()).isEqualTo(joining.number());

    joining.by(HANDLER, "reply", Grievance.reply("您缺布局图", true)).is(200);
    assertThat(joining.stage()).isEqualTo("REPLIED");
    assertThat(lead.stage()).isEqualTo("ASSIGNED");
    assertThat(late.stage()).isEqualTo("ASSIGNED");
    lead.by(HANDLER, "reply", Grievance.reply("您缺门头照", true)).is(200);
    assertThat(lead.seen().at("/answers/0/answer").asText()).isEqualTo("您缺门头照");
    assertThat(joining.seen().at("/answers/0/answer").asText()).isEqualTo("您缺布局图");
    hall.as(People.resident(260)).get(joining.path()).is(404, "not-found");
    List.of(lead, joining, late).forEach(Grievance::isWhole);
  }

  @Test
  void onlyASupervisorMergesAndOnlyWhatIsAlike() {
    Grievance complaint = alike(263);
    Grievance alike = alike(264);
    Grievance elsewhere = at("TAX", 265, Grievance.aboutTheMatter());
    Grievance unjudged = Grievance.filed(hall, People.resident(266), Grievance.aboutTheMatter());
    String etag = complaint.etag();
    complaint.by(WINDOW, "merge", Grievance.cluster(alike)).is(403, "forbidden");
    complaint.by(HANDLER, "merge", Grievance.cluster(alike)).is(403, "forbidden");
    for (String other :
        List.of(
            elsewhere.number(),
            unjudged.number(),
            complaint.number(),
            "C2026112300000000",
            "nonsense")) {
      Exchange refused =
          complaint
              .by(SUPERVISOR, "merge", "{\"cluster\":\"" + other + "\"}")
              .is(400, "invalid-body");
      assertThat(refused.text("/errors/0/code")).isEqualTo("not-similar");
    }
    assertThat(complaint.etag()).isEqualTo(etag);
    assertThat(alike.seen().has("cluster")).isFalse();
  }

  @Test
  void whatIsInOneClusterDoesNotLeaveItForAnother() {
    Grievance first = alike(267);
    Grievance member = alike(268);
    Grievance second = alike(269);
    member.by(SUPERVISOR, "merge", Grievance.cluster(first)).is(200);
    for (Grievance bound : List.of(member, first)) {
      Exchange refused =
          bound.by(SUPERVISOR, "merge", Grievance.cluster(second)).is(409, "action-not-allowed");
      assertThat(refused.text("/detail")).contains(first.number());
      assertThat(bound.seen().path("cluster").asText()).isEqualTo(first.number());
    }
    assertThat(second.seen().has("cluster")).isFalse();
    second.by(SUPERVISOR, "merge", Grievance.cluster(member)).is(200);
    assertThat(second.seen().path("cluster").asText()).isEqualTo(first.number());
  }

  @Test
  @Needs(Need.TIME)
  void aLeadThatTimeHasClosedKeepsTheInstantOfItsClosing() {
    Grievance lead = Grievance.answered(hall, People.resident(270));
    Grievance joining = alike(271);
    // The lead's time to dispute ended on 3 December; nobody has looked at it since.
    hall.setTime("2026-12-07T10:00:00+08:00");
    String body = Grievance.cluster(lead);
    joining.by(SUPERVISOR, "merge", body).is(200);
    assertThat(lead.entries("CLOSE_UNDISPUTED").getFirst().path("at").asText())
        .isEqualTo("2026-12-03T23:59:59+08:00");
    assertThat(lead.due("RATING")).isEqualTo("2026-12-18T23:59:59+08:00");
    lead.isWhole();
  }
}
