package banshi.e2e;

import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.OTHER_WINDOW;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 好差评: what a poor rating sets off, the same for complaints and applications. */
class RatingLoopTest {
  private static final String CONTACT = "{\"note\":\"已致电，办事人说材料要求前后不一\"}";
  private static final String RECTIFY = "{\"measures\":\"统一材料清单并公示\"}";
  private static final String SOLVED = "{\"solved\":true,\"note\":\"满意\"}";
  private static final String UNSOLVED = "{\"solved\":false,\"note\":\"仍不一致\"}";

  private static final Set<String> LOOP = Set.of("CONTACT", "RECTIFY", "CALLBACK");

  private final Hall hall = TheHall.open();

  /** What can be rated, brought to where it can. */
  enum Rateable {
    COMPLAINT {
      @Override
      String path(Hall hall, Persona owner) {
        return Grievance.answered(hall, owner).confirmed().path();
      }
    },
    APPLICATION {
      @Override
      String path(Hall hall, Persona owner) {
        String path =
            "/v1/applications/"
                + hall.as(owner)
                    .post("/v1/applications", Paperwork.matter(Grievance.MATTER).toString())
                    .is(201)
                    .text("/number");
        hall.as(WINDOW).match("\"1\"").post(path + "/actions/accept", "{}").is(200);
        Hall.Call handler = hall.as(HANDLER);
        for (JsonNode task : Paperwork.reviews(handler.get(path).is(200).json())) {
          String actions = path + "/tasks/" + task.path("id").asText() + "/actions/";
          handler
              .match(handler.get(path).etag())
              .post(actions + "complete", "{\"opinion\":\"PASS\"}")
              .is(200);
        }
        handler
            .match(handler.get(path).etag())
            .post(path + "/actions/decide", Paperwork.granted(Grievance.MATTER))
            .is(200);
        return path;
      }
    };

    abstract String path(Hall hall, Persona owner);
  }

  private Exchange act(Persona somebody, String path, String action, String body) {
    return hall.as(somebody)
        .match(hall.as(SUPERVISOR).get(path).is(200).etag())
        .post(path + "/actions/" + action, body);
  }

  private JsonNode rating(String path) {
    return hall.as(SUPERVISOR).get(path).is(200).json().path("rating");
  }

  private String rated(Rateable kind, Persona owner, int score) {
    String path = kind.path(hall, owner);
    hall.as(owner)
        .post(path + "/actions/rate", "{\"score\":" + score + ",\"tags\":[\"材料反复\"]}")
        .is(200);
    return path;
  }

  /** The loop's own tasks that wait; the result of an application waits to be delivered besides. */
  private long open(String path) {
    return hall.as(SUPERVISOR)
        .get(path)
        .is(200)
        .json()
        .path("tasks")
        .valueStream()
        .filter(task -> LOOP.contains(task.path("work").asText()))
        .filter(task -> List.of("OPEN", "CLAIMED").contains(task.path("state").asText()))
        .count();
  }

  private boolean waitsForDelivery(String path) {
    return hall.as(SUPERVISOR)
        .get(path)
        .is(200)
        .json()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("work").asText().equals("DELIVER"))
        .anyMatch(task -> task.path("state").asText().equals("OPEN"));
  }

  @ParameterizedTest
  @EnumSource
  void aVeryPoorRatingIsContactedPutRightAndCalledBackByWhoeverHasNotHandledIt(Rateable kind) {
    String path = rated(kind, People.resident(280 + kind.ordinal()), 5);
    assertThat(rating(path).path("rectification").asText()).isEqualTo("OPEN");
    assertThat(open(path)).as("to contact, and to put right").isEqualTo(2);
    act(HANDLER, path, "rectify", RECTIFY).is(409, "action-not-allowed");
    act(OTHER_WINDOW, path, "call-back", SOLVED).is(409, "action-not-allowed");
    act(People.officerOf("TAX"), path, "contact-rater", CONTACT).is(404, "not-found");
    act(WINDOW, path, "contact-rater", CONTACT).is(403, "forbidden");

    act(HANDLER, path, "contact-rater", CONTACT).is(200);
    act(HANDLER, path, "contact-rater", CONTACT).is(409, "action-not-allowed");
    act(HANDLER, path, "rectify", RECTIFY).is(200);
    assertThat(rating(path).path("rectification").asText()).isEqualTo("REPORTED");
    act(HANDLER, path, "call-back", SOLVED).is(403, "forbidden");
    act(WINDOW, path, "call-back", SOLVED).is(403, "conflict-of-interest");
    assertThat(rating(path).path("rectification").asText()).isEqualTo("REPORTED");

    act(OTHER_WINDOW, path, "call-back", UNSOLVED).is(200);
    assertThat(rating(path).path("rectification").asText()).isEqualTo("OPEN");
    act(HANDLER, path, "rectify", RECTIFY).is(200);
    act(OTHER_WINDOW, path, "call-back", SOLVED).is(200);
    assertThat(rating(path).path("rectification").asText()).isEqualTo("CLOSED");
    assertThat(open(path)).isZero();
    for (String action : new String[] {"contact-rater", "rectify", "appeal-rating"}) {
      String body =
          switch (action) {
            case "contact-rater" -> CONTACT;
            case "rectify" -> RECTIFY;
            default -> Grievance.reason("评价有误");
          };
      act(HANDLER, path, action, body).is(409, "action-not-allowed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAppealIsMadeOnceAndDecidedByASupervisor(Rateable kind) {
    String path = rated(kind, People.resident(282 + kind.ordinal()), 4);
    act(SUPERVISOR, path, "uphold-appeal", Grievance.reason("x")).is(409, "action-not-allowed");
    act(HANDLER, path, "appeal-rating", Grievance.reason("评价的不是本部门")).is(200);
    act(HANDLER, path, "appeal-rating", Grievance.reason("再申诉")).is(409, "action-not-allowed");
    act(HANDLER, path, "uphold-appeal", Grievance.reason("x")).is(403, "forbidden");
    act(SUPERVISOR, path, "reject-appeal", Grievance.reason("评价属实")).is(200);
    assertThat(rating(path).path("appeal").asText()).isEqualTo("REJECTED");
    assertThat(rating(path).path("rectification").asText()).isEqualTo("OPEN");
    act(SUPERVISOR, path, "uphold-appeal", Grievance.reason("x")).is(409, "action-not-allowed");

    String other = rated(kind, People.resident(284 + kind.ordinal()), 4);
    act(HANDLER, other, "appeal-rating", Grievance.reason("恶意评价")).is(200);
    act(SUPERVISOR, other, "uphold-appeal", Grievance.reason("与事实不符")).is(200);
    assertThat(rating(other).path("appeal").asText()).isEqualTo("UPHELD");
    assertThat(rating(other).path("rectification").asText()).isEqualTo("EXCLUDED");
    assertThat(open(other)).isZero();
    assertThat(waitsForDelivery(other))
        .as("what was decided still waits to be handed over")
        .isEqualTo(kind == Rateable.APPLICATION);
    act(HANDLER, other, "contact-rater", CONTACT).is(409, "action-not-allowed");
  }

  @ParameterizedTest
  @EnumSource
  void aRatingThatIsNotPoorOpensNothingAndStands(Rateable kind) {
    Persona owner = People.resident(286 + kind.ordinal());
    String path = rated(kind, owner, 3);
    assertThat(open(path)).isZero();
    assertThat(rating(path).has("rectification")).isFalse();
    hall.as(owner).post(path + "/actions/rate", "{\"score\":5}").is(409, "action-not-allowed");
    act(HANDLER, path, "contact-rater", CONTACT).is(403, "forbidden");
  }

  @Test
  @Needs(Need.TIME)
  void aLateDutyClimbsInTheDepartmentsQueueLikeAnyOtherTask() {
    String path = rated(Rateable.COMPLAINT, People.resident(288), 5);
    hall.setTime("2026-12-02T10:00:00+08:00");
    String number = path.substring(path.lastIndexOf('/') + 1);
    hall.as(SUPERVISOR).get(path).is(200);
    assertThat(
            hall.as(SUPERVISOR)
                .get("/v1/queues/" + Grievance.DEPARTMENT + "?state=OVERDUE&limit=100")
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("number"))
        .contains(number);
    assertThat(
            hall.as(SUPERVISOR)
                .get(path + "/timeline")
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("action"))
        .contains("OVERDUE");
  }
}
