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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who gets in, and what those who do not can learn. */
class AccessTest {
  /** What tells one answer from the next, by whichever gateway. */
  private static final Pattern PER_ANSWER =
      Pattern.compile("date|via|age|x-cache|x-amz.*", Pattern.CASE_INSENSITIVE);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Hall hall = TheHall.open();

  /** A claim of a token signed by the right key, as it may be and as it may not be. */
  private record Flaw(String kind, String claim, JsonNode right, JsonNode wrong) {}

  private List<Flaw> flaws() {
    JsonNode usual = claimsOf(hall.token(People.RESIDENT));
    JsonNodeFactory json = JsonNodeFactory.instance;
    Instant now = hall.now().toInstant();
    return List.of(
        new Flaw(
            "expired",
            "exp",
            json.numberNode(now.plus(Duration.ofDays(10)).getEpochSecond()),
            json.numberNode(now.minus(Duration.ofMinutes(2)).getEpochSecond())),
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

  private String signedWith(String claim, JsonNode value) {
    ObjectNode claims = Hall.claims(People.RESIDENT);
    claims.set(claim, value);
    return hall.signed(claims, Duration.ofDays(10));
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
    List<ApiDocument.Operation> closed =
        hall.operations().stream().filter(ApiDocument.Operation::secured).toList();
    assertThat(closed.size()).isGreaterThan(20);
    for (ApiDocument.Operation operation : closed) {
      String method = operation.method().toUpperCase(Locale.ROOT);
      String path = operation.template().replaceAll("\\{[^}]+}", "x");
      Optional<String> body =
          method.equals("GET") || method.equals("DELETE") ? Optional.empty() : Optional.of("{}");
      assertThat(hall.with(good).send(method, path, body).status())
          .as("a good token at %s %s", method, path)
          .isNotEqualTo(401);
      hall.anybody().send(method, path, body).is(401, "unauthorized");
      bad.forEach(
          (kind, token) ->
              assertThat(hall.with(token).send(method, path, body).status())
                  .as("%s at %s %s", kind, method, path)
                  .isEqualTo(401));
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
  @Needs(Need.TIME)
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
        assertThat(ofTheHall(another)).isEqualTo(ofTheHall(none));
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

  private static Map<String, List<String>> ofTheHall(Exchange answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> PER_ANSWER.matcher(name).matches());
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
  void fiveWrongCodesLockTracking() {
    locked();
  }

  @Test
  @Needs(Need.TIME)
  void trackingIsLockedForFifteenMinutes() {
    Exchange received = locked();
    hall.advance(Duration.ofMinutes(15));
    track(received.text("/number"), received.text("/receipt/code")).is(200);
  }

  private Exchange locked() {
    Exchange received =
        hall.as(People.RESIDENT)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201);
    String number = received.text("/number");
    for (int i = 0; i < 5; i++) {
      track(number, "wrong").is(404, "not-found");
    }
    track(number, received.text("/receipt/code")).is(429, "tracking-locked");
    return received;
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
    hall.as(People.officerOf("TAX")).post("/v1/applications", "{}").is(403);
    hall.as(People.SUPERVISOR).post("/v1/applications", "{}").is(403);
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
