package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody has to ask: what happens to a case is in the inboxes of those whom it concerns. */
class NoticesTest {
  private final Hall hall = TheHall.open();

  /** The newest notice of this name about a case, through all pages of the inbox. */
  private static Optional<JsonNode> find(
      Hall.Call reader, String inbox, String name, String number) {
    String cursor = "";
    do {
      JsonNode page = reader.get("/v1/notices?limit=50" + inbox + cursor).is(200).json();
      for (JsonNode notice : page.path("items")) {
        if (notice.path("name").asText().equals(name)
            && notice.path("number").asText().equals(number)) {
          return Optional.of(notice);
        }
      }
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return Optional.empty();
  }

  private String filed(Persona resident) {
    return hall.as(resident)
        .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
        .is(201)
        .text("/number");
  }

  @Test
  void aResidentIsToldOfTheReceiptAndMarksItRead() {
    Persona resident = People.resident(3);
    String number = filed(resident);
    JsonNode told = find(hall.as(resident), "", "RECEIVED", number).orElseThrow();
    assertThat(told.path("body").asText()).contains(number);
    assertThat(told.has("readAt")).isFalse();

    String read = "/v1/notices/" + told.path("id").asText() + "/actions/read";
    String key = UUID.randomUUID().toString();
    hall.as(People.NEIGHBOUR).post(read, "{}").is(404, "not-found");
    hall.as(People.WINDOW).post(read, "{}").is(404, "not-found");
    Exchange marked = hall.as(resident).key(key).post(read, "{}").is(200);
    Exchange again = hall.as(resident).key(key).post(read, "{}").is(200);
    assertThat(again.body()).isEqualTo(marked.body());
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(find(hall.as(resident), "", "RECEIVED", number)).contains(marked.json());
    assertThat(find(hall.as(People.NEIGHBOUR), "", "RECEIVED", number)).isEmpty();
  }

  @Test
  @Needs(Need.TIME)
  void theWindowIsWarnedBeforeSilenceBecomesAcceptance() {
    String number = filed(People.resident(9));
    assertThat(find(hall.as(People.WINDOW), "&inbox=HALL", "DUE_SOON", number)).isEmpty();

    hall.setTime("2026-11-30T09:00:00+08:00");
    hall.as(People.WINDOW).get("/v1/applications/" + number).is(200);

    JsonNode warning =
        find(hall.as(People.WINDOW), "&inbox=HALL", "DUE_SOON", number).orElseThrow();
    assertThat(warning.path("at").asText()).isLessThan("2026-11-30T09:00:00+08:00");
    assertThat(find(hall.as(People.SUPERVISOR), "&inbox=HALL", "DUE_SOON", number))
        .contains(warning);
    hall.as(People.officerOf("TAX")).get("/v1/notices?inbox=HALL").is(404, "not-found");
    hall.as(People.ADMIN).get("/v1/notices?inbox=HALL").is(403, "forbidden");

    String read = "/v1/notices/" + warning.path("id").asText() + "/actions/read";
    hall.as(People.SUPERVISOR).post(read, "{}").is(403, "forbidden");
    String readAt = hall.as(People.WINDOW).post(read, "{}").is(200).text("/readAt");
    hall.setTime("2026-11-30T10:00:00+08:00");
    assertThat(hall.as(People.OTHER_WINDOW).post(read, "{}").is(200).text("/readAt"))
        .isEqualTo(readAt);
  }

  @Test
  void consentsToMessagesAddUpOncePerTap() {
    Persona resident = People.resident(11);
    String tap = "{\"templateId\":\"TPL_case-progress-0001\",\"granted\":2}";
    hall.as(resident).post("/v1/consents", tap).is(400, "openid-missing");

    Hall.Call inWeChat =
        hall.with(
            hall.token(
                resident,
                Hall.JSON
                    .createObjectNode()
                    .put("openid", "oTest-of-" + resident.idNumber().orElseThrow())));
    String key = UUID.randomUUID().toString();
    inWeChat.key(key).post("/v1/consents", tap).is(200);
    inWeChat.key(key).post("/v1/consents", tap).is(200);
    inWeChat.post("/v1/consents", tap).is(200);
    JsonNode stock = inWeChat.get("/v1/consents").is(200).json().at("/items/0");
    assertThat(stock.toString())
        .isEqualTo(
            "{\"templateId\":\"TPL_case-progress-0001\","
                + "\"available\":4,\"granted\":4,\"spent\":0}");
  }
}
