package banshi.local.dev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;

/** Signs bearer tokens (JWT, ES256) for whoever a tester wants to be. */
public final class Tokens {
  /** The issuer that the tokens name. */
  public static final String ISSUER = "https://id.banshi.localhost";

  /** The audience that they are for. */
  public static final String AUDIENCE = "banshi";

  /** How long they are valid unless asked otherwise. */
  public static final Duration USUAL_LIFE = Duration.ofHours(8);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final int COORDINATE_BYTES = 32;

  private final KeyPair key;
  private final InstantSource clock;

  /** Tokens signed by a key on the curve P-256, valid by a clock. */
  public Tokens(KeyPair key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * A token that says what it is asked to. Issuer, audience and times are added where they are
   * missing, so that a test can also ask for a token that must be refused.
   *
   * @param life counted from the later of the machine's time and the clock's, so that a clock moved
   *     back leaves the token valid; negative for one that has expired by both
   */
  public String token(ObjectNode claims, Duration life) {
    Instant machine = Instant.now();
    Instant moved = clock.instant();
    boolean ahead = moved.isAfter(machine);
    Instant later = ahead ? moved : machine;
    Instant earlier = ahead ? machine : moved;
    ObjectNode payload = JSON.createObjectNode();
    payload.put("iss", ISSUER);
    payload.put("aud", AUDIENCE);
    payload.put("iat", earlier.getEpochSecond());
    payload.put("exp", (life.isNegative() ? earlier : later).plus(life).getEpochSecond());
    payload.setAll(claims);
    ObjectNode header = JSON.createObjectNode();
    header.put("alg", "ES256");
    header.put("typ", "JWT");
    header.put("kid", keyId());
    String signed = encoded(header) + "." + encoded(payload);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the token key cannot sign", e);
    }
  }

  /** What verifies the tokens: a JSON Web Key Set with the one public key. */
  public String keySet() {
    ObjectNode jwk = publicKey();
    jwk.put("kid", keyId());
    jwk.put("alg", "ES256");
    jwk.put("use", "sig");
    ObjectNode set = JSON.createObjectNode();
    set.putArray("keys").add(jwk);
    return json(set);
  }

  /** The key's thumbprint (RFC 7638): the members in order of name. */
  private String keyId() {
    try {
      byte[] canonical = json(publicKey()).getBytes(StandardCharsets.UTF_8);
      return BASE64URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private ObjectNode publicKey() {
    ECPublicKey point = (ECPublicKey) key.getPublic();
    ObjectNode jwk = JSON.createObjectNode();
    jwk.put("crv", "P-256");
    jwk.put("kty", "EC");
    jwk.put("x", coordinate(point.getW().getAffineX().toByteArray()));
    jwk.put("y", coordinate(point.getW().getAffineY().toByteArray()));
    return jwk;
  }

  private static String coordinate(byte[] number) {
    byte[] padded = new byte[COORDINATE_BYTES];
    int length = Math.min(number.length, COORDINATE_BYTES);
    byte[] tail = Arrays.copyOfRange(number, number.length - length, number.length);
    System.arraycopy(tail, 0, padded, COORDINATE_BYTES - length, length);
    return BASE64URL.encodeToString(padded);
  }

  private static String encoded(ObjectNode part) {
    return BASE64URL.encodeToString(json(part).getBytes(StandardCharsets.UTF_8));
  }

  private static String json(ObjectNode document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }
}
