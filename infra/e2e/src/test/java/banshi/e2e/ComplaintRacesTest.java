package banshi.e2e;

import static banshi.e2e.Grievance.DEPARTMENT;
import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many hands on one complaint at once: each time one order of events holds, and all see it. */
class ComplaintRacesTest {
  private static final int TIMES = 12;

  private final Hall hall = TheHall.open();

  /** Lets everybody begin together. */
  static List<Exchange> together(List<Callable<Exchange>> deeds) throws Exception {
    CountDownLatch begin = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(deeds.size())) {
      List<Future<Exchange>> answers = new ArrayList<>();
      for (Callable<Exchange> deed : deeds) {
        answers.add(
            threads.submit(
                () -> {
                  begin.await();
                  return deed.call();
                }));
      }
      begin.countDown();
      List<Exchange> given = new ArrayList<>();
      for (Future<Exchange> answer : answers) {
        given.add(answer.get());
      }
      return given;
    }
  }

  static long done(List<Exchange> answers) {
    return answers.stream().filter(answer -> answer.status() == 200).count();
  }

  private Exchange run() {
    return hall.runReminder();
  }

  private Callable<Exchange> does(Hall.Call caller, Grievance complaint, String act, String body) {
    return () -> caller.post(complaint.path() + "/actions/" + act, body);
  }

  private Grievance assigned(int resident) {
    return Grievance.filed(hall, People.resident(resident), Grievance.aboutTheMatter())
        .triaged("D5")
        .assigned();
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void aDisputeAnotherAnswerAndTheTimerAgreeOnWhatHappenedFirst() throws Exception {
    Persona owner = People.resident(300);
    int disputed = 0;
    int closed = 0;
    for (int i = 0; i < TIMES; i++) {
      hall.setTime(TheHall.NOW);
      Grievance complaint = Grievance.answered(hall, owner);
      String etag = complaint.etag();
      hall.setTime("2026-12-03T23:59:30+08:00");
      Hall.Call complainant = hall.as(owner);
      Hall.Call handler = hall.as(HANDLER).match(etag);
      List<Exchange> answers =
          together(
              List.of(
                  () -> {
                    hall.setTime("2026-12-04T00:00:10+08:00");
                    return run();
                  },
                  does(complainant, complaint, "dispute", Grievance.reason("没有说清")),
                  does(complainant, complaint, "dispute", Grievance.reason("没有解决")),
                  does(handler, complaint, "reply", Grievance.ANSWER),
                  () -> hall.as(SUPERVISOR).get(complaint.path())));
      assertThat(answers.subList(1, 4))
          .extracting(Exchange::status)
          .allMatch(status -> status == 200 || status == 409 || status == 412);
      assertThat(answers.get(3).status()).as("nobody answers what was answered").isNotEqualTo(200);
      hall.setTime("2026-12-04T00:00:20+08:00");
      complaint.isWhole();
      List<String> actions = complaint.actions();
      long disputes = done(answers.subList(1, 3));
      assertThat(actions.stream().filter("DISPUTE"::equals)).hasSize((int) disputes);
      assertThat(disputes).as("a second dispute meets no answer").isLessThanOrEqualTo(1);
      if (disputes == 1) {
        assertThat(complaint.stage()).isEqualTo("ASSIGNED");
        assertThat(complaint.level()).isEqualTo(1);
        assertThat(actions).doesNotContain("CLOSE_UNDISPUTED");
        disputed++;
      } else {
        assertThat(complaint.stage()).isEqualTo("CLOSED");
        assertThat(complaint.entries("CLOSE_UNDISPUTED"))
            .singleElement()
            .satisfies(
                entry ->
                    assertThat(entry.path("at").asText()).isEqualTo("2026-12-03T23:59:59+08:00"));
        closed++;
      }
    }
    assertThat(disputed + closed).isEqualTo(TIMES);
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void afterTheLastInstantNoDisputeGetsBetweenTheTimerAndItsClosing() throws Exception {
    Persona owner = People.resident(301);
    for (int i = 0; i < TIMES; i++) {
      hall.setTime(TheHall.NOW);
      Grievance complaint = Grievance.answered(hall, owner);
      hall.setTime("2026-12-04T00:00:00+08:00");
      Hall.Call complainant = hall.as(owner);
      List<Exchange> answers =
          together(
              List.of(
                  this::run,
                  does(complainant, complaint, "dispute", Grievance.reason("没有说清")),
                  does(complainant, complaint, "dispute", Grievance.reason("没有解决")),
                  does(complainant, complaint, "confirm", "{}"),
                  () -> complainant.get(complaint.path())));
      assertThat(done(answers.subList(1, 4))).isZero();
      assertThat(answers.get(4).is(200).text("/stage")).isEqualTo("CLOSED");
      assertThat(complaint.entries("CLOSE_UNDISPUTED")).hasSize(1);
      complaint.isWhole();
    }
  }

  @Test
  void ofTwoHandlersWhoAnswerOneIsToldToReadAgainAndOneAnswerIsGiven() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Grievance complaint = assigned(302);
      String etag = complaint.etag();
      List<Exchange> answers =
          together(
              List.of(
                  does(
                      hall.as(HANDLER).match(etag), complaint, "reply", Grievance.reply("甲", true)),
                  does(
                      hall.as(Persona.officer("colleague", DEPARTMENT)).match(etag),
                      complaint,
                      "reply",
                      Grievance.reply("乙", false))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
      JsonNode given = complaint.seen().path("answers");
      assertThat(given).hasSize(1);
      String first = answers.getFirst().status() == 200 ? "甲" : "乙";
      assertThat(given.at("/0/answer").asText()).isEqualTo(first);
      complaint.isWhole();
    }
  }

  @Test
  void whileOneHandlerHoldsTheTaskNobodyElseAnswers() throws Exception {
    Grievance complaint = assigned(303);
    String task =
        Paperwork.find(complaint.seen().path("tasks"), "department", DEPARTMENT)
            .path("id")
            .asText();
    String etag = complaint.etag();
    List<Hall.Call> officers = new ArrayList<>();
    List<Callable<Exchange>> claims = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      Hall.Call officer = hall.as(Persona.officer("handler-" + i, DEPARTMENT));
      officers.add(officer);
      claims.add(
          () ->
              officer
                  .match(etag)
                  .post(complaint.path() + "/tasks/" + task + "/actions/claim", "{}"));
    }
    List<Exchange> claimed = together(claims);
    assertThat(done(claimed)).isEqualTo(1);
    int holder =
        claimed.indexOf(
            claimed.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow());
    for (int i = 0; i < TIMES; i++) {
      if (i != holder) {
        claimed.get(i).is(409, "already-claimed");
        complaint.by(officers.get(i), "reply", Grievance.ANSWER).is(409, "already-claimed");
      }
    }
    complaint.by(officers.get(holder), "reply", Grievance.ANSWER).is(200);
    complaint.isWhole();
  }

  @Test
  void aMergeAndANewAssignmentOfTheSameComplaintAreOneAfterTheOther() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Grievance lead = assigned(304);
      Grievance complaint = assigned(305);
      Hall.Call supervisor = hall.as(SUPERVISOR).match(complaint.etag());
      List<Exchange> answers =
          together(
              List.of(
                  does(supervisor, complaint, "merge", Grievance.cluster(lead)),
                  does(supervisor, complaint, "assign", Grievance.assign("TAX"))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
      boolean merged = answers.getFirst().status() == 200;
      assertThat(complaint.seen().path("assignedTo").asText())
          .isEqualTo(merged ? DEPARTMENT : "TAX");
      assertThat(complaint.seen().has("cluster")).isEqualTo(merged);
      assertThat(lead.seen().has("cluster")).isEqualTo(merged);
      complaint.isWhole();
      lead.isWhole();
    }
  }

  @Test
  void aMergeIntoAComplaintThatIsAssignedElsewhereMeetsItBeforeOrAfter() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Grievance lead = assigned(306);
      Grievance complaint = assigned(307);
      List<Exchange> answers =
          together(
              List.of(
                  does(
                      hall.as(SUPERVISOR).match(complaint.etag()),
                      complaint,
                      "merge",
                      Grievance.cluster(lead)),
                  does(
                      hall.as(SUPERVISOR).match(lead.etag()),
                      lead,
                      "assign",
                      Grievance.assign("TAX"))));
      int merge = answers.getFirst().status();
      int assign = answers.getLast().status();
      // Merged first: the assignment was decided on an older version. Assigned first: not alike.
      assertThat(List.of(merge, assign)).isIn(List.of(200, 412), List.of(400, 200));
      assertThat(complaint.seen().has("cluster")).isEqualTo(merge == 200);
      assertThat(lead.seen().has("cluster")).isEqualTo(merge == 200);
      assertThat(lead.entries("LINK")).hasSize(merge == 200 ? 1 : 0);
      complaint.isWhole();
      lead.isWhole();
    }
  }

  @Test
  void twoComplaintsThatAreMergedIntoEachOtherAreOneCluster() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Grievance one = assigned(308);
      Grievance other = assigned(309);
      List<Exchange> answers =
          together(
              List.of(
                  does(
                      hall.as(SUPERVISOR).match(one.etag()),
                      one,
                      "merge",
                      Grievance.cluster(other)),
                  does(
                      hall.as(SUPERVISOR).match(other.etag()),
                      other,
                      "merge",
                      Grievance.cluster(one))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
      assertThat(one.seen().path("cluster").asText())
          .isEqualTo(other.seen().path("cluster").asText())
          .isIn(one.number(), other.number());
      one.isWhole();
      other.isWhole();
    }
  }

  @Test
  void manyWhoJoinOneClusterAtOnceAllDo() throws Exception {
    Grievance lead = assigned(310);
    List<Grievance> joining = new ArrayList<>();
    List<Callable<Exchange>> merges = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Grievance complaint = assigned(311);
      joining.add(complaint);
      merges.add(
          does(
              hall.as(SUPERVISOR).match(complaint.etag()),
              complaint,
              "merge",
              Grievance.cluster(lead)));
    }
    assertThat(done(together(merges))).isEqualTo(8);
    assertThat(lead.entries("LINK")).as("it becomes the lead once").hasSize(1);
    joining.forEach(
        complaint ->
            assertThat(complaint.seen().path("cluster").asText()).isEqualTo(lead.number()));
    lead.isWhole();
  }

  @Test
  void anAnswerAndAMoveOfTheRelatedCaseAreLinkedOnBothTimelinesOrOnNone() throws Exception {
    Persona owner = People.resident(312);
    for (int i = 0; i < TIMES; i++) {
      String application =
          hall.as(owner)
              .post("/v1/applications", Paperwork.matter(Grievance.MATTER).toString())
              .is(201)
              .text("/number");
      Grievance complaint =
          Grievance.filed(hall, owner, Grievance.aboutTheMatter().put("relatedCase", application))
              .triaged("D5")
              .assigned();
      List<Exchange> answers =
          together(
              List.of(
                  does(
                      hall.as(HANDLER).match(complaint.etag()),
                      complaint,
                      "reply",
                      Grievance.ANSWER),
                  () ->
                      hall.as(WINDOW)
                          .match("\"1\"")
                          .post("/v1/applications/" + application + "/actions/accept", "{}")));
      answers.forEach(answer -> answer.is(200));
      List<String> moved =
          hall.as(owner)
              .get("/v1/applications/" + application + "/timeline")
              .is(200)
              .json()
              .path("items")
              .findValuesAsText("action");
      boolean linked = complaint.actions().contains("LINK");
      assertThat(moved.contains("LINK")).isEqualTo(linked);
      if (linked) {
        assertThat(moved).containsSubsequence("ACCEPT", "LINK");
      }
      complaint.isWhole();
    }
  }
}
