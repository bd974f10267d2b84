package banshi.cases;

import banshi.identity.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One line of a case's history, chained to the line before it.
 *
 * <p>The hash is taken over the algorithm's name and every other field, each preceded by its length
 * in bytes, so that no two different entries have the same canonical form. It is written {@code
 * SHA-256:<hex>}; an entry that names a person {@code SHA-256/2:<hex>}. Of the person it covers the
 * {@code commitment}: whoever may not see the person recomputes the chain all the same, and whoever
 * may can check the person against it.
 *
 * @param seq 1 for the first entry, without gaps
 * @param at the instant the event happened, never before the previous entry's
 * @param actor who did it
 * @param commitment binds to the person ({@link Person#commitment}); empty when nobody is named
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
    Optional<String> commitment,
    String action,
    String fromStage,
    String toStage,
    Optional<String> note,
    Optional<LegalBasis> basis,
    String previousHash,
    String hash) {
  /** What stands for the hash of the entry before the first. */
  public static final String GENESIS = "";

  private static final String DIGEST = "SHA-256";

  /** Of entries that name nobody. */
  private static final String FIRST = DIGEST;

  /** Of entries that name a person: covers the commitment too. */
  private static final String SECOND = DIGEST + "/2";

  /** An entry that names nobody. */
  public TimelineEntry(
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
    this(
        seq,
        at,
        actor,
        Optional.empty(),
        action,
        fromStage,
        toStage,
        note,
        basis,
        previousHash,
        hash);
  }

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
            seq,
            at,
            actor,
            actor.person().map(person -> person.commitment(place(number, seq))),
            action,
            fromStage,
            toStage,
            note,
            basis,
            previousHash,
            "");
    return open.hashed(open.seal(number));
  }

  /** The same entry behind another, with the person where one acted. */
  TimelineEntry by(Person acting, CaseNumber number, String previous) {
    return chained(
        number, seq, at, actor.by(acting), action, fromStage, toStage, note, basis, previous);
  }

  /** A timeline that ends with this entry. */
  TimelineHead end() {
    return new TimelineHead(seq, hash, at);
  }

  /** What keeps the commitment from being guessed; only who may see the person may see it. */
  public Optional<String> salt(CaseNumber number) {
    return actor.person().map(person -> person.salt(place(number, seq)));
  }

  /** Whether the entry's hash is that of its content, as an entry of this case. */
  boolean intact(CaseNumber number) {
    return same(hash, seal(number)) && personIntact(number);
  }

  /** Whether the person that is kept is the one who is bound to. */
  private boolean personIntact(CaseNumber number) {
    Optional<String> kept = actor.person().map(person -> person.commitment(place(number, seq)));
    return kept.isPresent() == commitment.isPresent()
        && same(kept.orElse(""), commitment.orElse(""));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String place(CaseNumber number, long seq) {
    return number.value() + "/" + seq;
  }

  private TimelineEntry hashed(String seal) {
    return new TimelineEntry(
        seq, at, actor, commitment, action, fromStage, toStage, note, basis, previousHash, seal);
  }

  private String seal(CaseNumber number) {
    String algorithm = commitment.isPresent() ? SECOND : FIRST;
    List<String> fields = new ArrayList<>();
    fields.add(algorithm);
    fields.add(number.value());
    fields.add(Long.toString(seq));
    fields.add(at.toString());
    fields.add(actor.role().name());
    fields.add(actor.department().orElse(""));
    commitment.ifPresent(fields::add);
    fields.add(action);
    fields.add(fromStage);
    fields.add(toStage);
    fields.add(note.map(text -> "+" + text).orElse("-"));
    fields.add(basis.map(Enum::name).orElse(""));
    fields.add(previousHash);
    try {
      MessageDigest digest = MessageDigest.getInstance(DIGEST);
      for (String field : fields) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return algorithm + ":" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
