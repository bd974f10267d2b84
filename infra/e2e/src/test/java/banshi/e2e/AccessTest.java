package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who gets in, and what those who do not can learn. */
class AccessTest {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Hall hall = TheHall.open();

  private record Operation(String method, String path, boolean open) {}

  private List<Operation> operations() {
    JsonNode document = hall.raw(hall.request("GET", "/dev/openapi.json").build()).is(200).json();
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey().replaceAll("\\{[^}]+}", "x"),
                                    !method.getValue().has("security")))));
    return operations;
  }

  /** A claim of a token signed by the right key, as it may be and as it may not be. */
  private record Flaw(String kind, String claim, JsonNode right, JsonNode wrong) {}

  private List<Flaw> flaws() {
    JsonNode usual = claimsOf(hall.token(People.RESIDENT));
    JsonNodeFactory json = JsonNodeFactory.instance;
    Instant now = OffsetDateTime.parse(TheHall.NOW).toInstant();
    return List.of(
        new Flaw("expired", "expiresIn", json.textNode("PT2H"), json.textNode("-PT2M")),
        new Flaw(
            "not yet valid",
            "nbf",
            json.numberNode(now.minus(Duration.ofDays(1)).getEpochSecond()),
            json.numberNode(now.plus(Duration.ofDays(1)).getEpochSecond())),
        new Flaw(
            "another issuer",
            "iss",
            usual.path("iss"),
            json.textNode("https://id.elsewhere.localhost")),
        new Flaw("another audience", "aud", usual.path("aud"), json.textNode("somebody-else")));
  }

  /** The claims have ten days to live unless {@code value} says otherwise. */
  private String signedWith(String claim, JsonNode value) {
    ObjectNode claims = Hall.claims(People.RESIDENT).put("expiresIn", "P10D");
    claims.set(claim, value);
    return hall.signed(claims);
  }

  @Test
  void aSignedTokenIsTurnedAwayForItsOneFlawAlone() {
    for (Flaw flaw : flaws()) {
      hall.with(signedWith(flaw.claim(), flaw.right())).get("/v1/cases").is(200);
      hall.with(signedWith(flaw.claim(), flaw.wrong())).get("/v1/cases").is(401, "unauthorized");
    }
  }

  @Test
  void everyOperationTurnsEveryBadTokenAwayAndAGoodOneNowhere() throws Exception {
    String good = hall.token(People.RESIDENT);
    Map<String, String> bad = badTokens(good);
    flaws().forEach(flaw -> bad.put(flaw.kind(), signedWith(flaw.claim(), flaw.wrong())));
    List<Operation> closed = operations().stream().filter(op -> !op.open()).toList();
    assertThat(closed.size()).isGreaterThan(20);
    for (Operation operation : closed) {
      Optional<String> body =
          operation.method().equals("GET") || operation.method().equals("DELETE")
              ? Optional.empty()
              : Optional.of("{}");
      assertThat(hall.with(good).send(operation.method(), operation.path(), body).status())
          .as("a good token at %s", operation)
          .isNotEqualTo(401);
      hall.anybody().send(operation.method(), operation.path(), body).is(401, "unauthorized");
      bad.forEach(
          (kind, token) -> {
            Exchange answer = hall.with(token).send(operation.method(), operation.path(), body);
            assertThat(answer.status()).as("%s at %s", kind, operation).isEqualTo(401);
          });
    }
  }

  private static JsonNode claimsOf(String token) {
    try {
      return Hall.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (java.io.IOException e) {
      throw new AssertionError("the claims are no JSON", e);
    }
  }

  private static Map<String, String> badTokens(String good) throws Exception {
    String[] parts = good.split("\\.");
    JsonNode header = Hall.JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
    ObjectNode claims = (ObjectNode) claimsOf(good);
    Map<String, String> bad = new TreeMap<>();
    bad.put("garbage", "not-a-token");
    bad.put("unsigned", parts[0] + "." + parts[1] + ".");
    bad.put(
        "altered",
        parts[0]
            + "."
            + encoded(claims.deepCopy().put("sub", "somebody-else").toString())
            + "."
            + parts[2]);
    bad.put("none", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
    bad.put("mac", encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + encoded("0".repeat(32)));
    bad.put("foreign key", signedByStranger(header, claims));
    return bad;
  }

  private static String signedByStranger(JsonNode header, JsonNode claims) throws Exception {
    boolean elliptic = header.path("alg").asText().startsWith("ES");
    KeyPairGenerator keys = KeyPairGenerator.getInstance(elliptic ? "EC" : "RSA");
    keys.initialize(elliptic ? 256 : 2048);
    Signature signature =
        Signature.getInstance(elliptic ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
    signature.initSign(keys.generateKeyPair().getPrivate());
    String signed = encoded(header.toString()) + "." + encoded(claims.toString());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anExpiredTokenIsTurnedAway() {
    String token = hall.token(People.RESIDENT);
    hall.with(token).get("/v1/cases").is(200);
    hall.advance(Duration.ofDays(3650));
    hall.with(token).get("/v1/cases").is(401, "unauthorized");
    hall.setTime(TheHall.NOW);
  }

  @Test
  void aCaseThatIsNotYoursLooksLikeOneThatIsNotThere() {
    String number =
        hall.as(People.RESIDENT)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    String missing = missing(number);
    for (Hall.Call stranger :
        List.of(hall.as(People.NEIGHBOUR), hall.as(People.officerOf("TAX")))) {
      for (String path : List.of("", "/timeline", "/timeline/verification")) {
        Exchange another = stranger.get("/v1/applications/" + number + path).is(404);
        Exchange none = stranger.get("/v1/applications/" + missing + path).is(404);
        assertThat(another.body()).isEqualTo(none.body());
        assertThat(withoutDate(another)).isEqualTo(withoutDate(none));
      }
    }
    hall.as(People.NEIGHBOUR)
        .post("/v1/applications/" + number + "/actions/withdraw", "{}")
        .is(404, "not-found");
    hall.as(People.ADMIN).get("/v1/applications/" + number).is(403, "forbidden");
    hall.as(People.SUPERVISOR).get("/v1/applications/" + number).is(200);
    hall.as(People.RESIDENT)
        .get("/v1/applications/" + number.substring(0, 17) + (number.endsWith("0") ? "1" : "0"))
        .is(400, "invalid-number");
  }

  private static Map<String, List<String>> withoutDate(Exchange answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  /**
   * Another number with the right check character: the next one that the hall does not call
   * mistyped.
   */
  private String missing(String number) {
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char first = number.charAt(9) == 'Z' ? 'Y' : 'Z';
    for (char check : alphabet.toCharArray()) {
      String tried = number.substring(0, 9) + first + number.substring(10, 17) + check;
      if (hall.as(People.RESIDENT).get("/v1/applications/" + tried).status() == 404) {
        return tried;
      }
    }
    throw new AssertionError("no such number");
  }

  @Test
  void fiveWrongCodesLockTrackingForFifteenMinutes() {
    Exchange received =
        hall.as(People.RESIDENT)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201);
    String number = received.text("/number");
    String code = received.text("/receipt/code");
    for (int i = 0; i < 5; i++) {
      track(number, "wrong").is(404, "not-found");
    }
    track(number, code).is(429, "tracking-locked");
    hall.advance(Duration.ofMinutes(15));
    track(number, code).is(200);
  }

  private Exchange track(String number, String code) {
    return hall.anybody()
        .ask(
            "/v1/tracking",
            Hall.JSON.createObjectNode().put("number", number).put("code", code).toString());
  }

  @Test
  void aRoleThatMayNeverDoItIsForbidden() {
    String path =
        "/v1/applications/"
            + hall.as(People.RESIDENT)
                .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
                .is(201)
                .text("/number");
    hall.as(People.RESIDENT).match("\"1\"").post(path + "/actions/accept", "{}").is(403);
    hall.as(People.SUPERVISOR).match("\"1\"").post(path + "/actions/accept", "{}").is(403);
    hall.as(People.WINDOW).post("/v1/applications", "{}").is(403);
    hall.as(People.WINDOW).get("/v1/cases").is(403);
    hall.as(People.RESIDENT).get("/v1/queues/MARKET_REGULATION").is(403);
    hall.as(People.officerOf("TAX")).get("/v1/queues/MARKET_REGULATION").is(404);
    hall.as(People.WINDOW).match("\"1\"").post(path + "/actions/accept", "{}").is(200);
    hall.as(People.officerOf("MARKET_REGULATION"))
        .match("\"2\"")
        .post(path + "/actions/deliver", "{\"method\":\"WINDOW\"}")
        .is(403, "forbidden");
    hall.as(People.WINDOW).post(path + "/actions/deliver", "{\"method\":\"WINDOW\"}").is(428);
  }
}
