package banshi.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One line of a case's history, chained to the line before it.
 *
 * <p>The hash is taken over the algorithm's name and every other field, each preceded by its length
 * in bytes, so that no two different entries have the same canonical form. It is written {@code
 * SHA-256:<hex>}; an entry made with another algorithm would carry that one's name.
 *
 * @param seq 1 for the first entry, without gaps
 * @param at the instant the event happened, never before the previous entry's
 * @param actor who did it
 * @param action the action's stable name
 * @param fromStage the stage before, empty for the first entry
 * @param toStage the stage after
 * @param note words that belong to the event, such as a reason
 * @param basis the rule behind a move that the clock made
 * @param previousHash the hash of the entry before, {@link #GENESIS} for the first
 * @param hash the hash of this entry
 */
public record TimelineEntry(
    long seq,
    Instant at,
    ActorStamp actor,
    String action,
    String fromStage,
    String toStage,
    Optional<String> note,
    Optional<LegalBasis> basis,
    String previousHash,
    String hash) {
  /** What stands for the hash of the entry before the first. */
  public static final String GENESIS = "";

  private static final String ALGORITHM = "SHA-256";

  /** Makes the next entry of a case's timeline and seals it. */
  static TimelineEntry chained(
      CaseNumber number,
      long seq,
      Instant at,
      ActorStamp actor,
      String action,
      String fromStage,
      String toStage,
      Optional<String> note,
      Optional<LegalBasis> basis,
      String previousHash) {
    TimelineEntry open =
        new TimelineEntry(
            seq, at, actor, action, fromStage, toStage, note, basis, previousHash, "");
    return new TimelineEntry(
        seq, at, actor, action, fromStage, toStage, note, basis, previousHash, open.seal(number));
  }

  /** Whether the entry's hash is that of its content, as an entry of this case. */
  boolean intact(CaseNumber number) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.UTF_8), seal(number).getBytes(StandardCharsets.UTF_8));
  }

  private String seal(CaseNumber number) {
    try {
      MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
      for (String field :
          new String[] {
            ALGORITHM,
            number.value(),
            Long.toString(seq),
            at.toString(),
            actor.role().name(),
            actor.department().orElse(""),
            action,
            fromStage,
            toStage,
            note.map(text -> "+" + text).orElse("-"),
            basis.map(Enum::name).orElse(""),
            previousHash
          }) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return ALGORITHM + ":" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
