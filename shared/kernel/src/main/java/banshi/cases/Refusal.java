package banshi.cases;

import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a command was not carried out. A refused command changes nothing. */
public sealed interface Refusal {
  /** There is no such case, or it is not the caller's to see: the two look alike on purpose. */
  record NotFound() implements Refusal {}

  /** The caller may see the case, but this is never theirs to do. */
  record Forbidden() implements Refusal {}

  /**
   * The case's stage, or what was done before, does not allow it.
   *
   * @param allowedActions what the caller may do now, as paths
   * @param why more than the stage says
   */
  record NotAllowed(List<String> allowedActions, Optional<Text> why) implements Refusal {}

  /** The caller is named in the complaint, or has handled what it is about. */
  record ConflictOfInterest() implements Refusal {}

  /** What the caller asked for needs somebody else's word. */
  record OwnRequest() implements Refusal {}

  /** Somebody holds the company's name, or did so lately. */
  record NameTaken(Text why) implements Refusal {}

  /** A start-up of the same name, or represented by the same person, is under way. */
  record StartupRunning(Text why) implements Refusal {}

  /** What was signed is not what there is to sign. */
  record FormChanged() implements Refusal {}

  /**
   * The draft has become a case before.
   *
   * @param number that case's
   */
  record DraftFiled(CaseNumber number) implements Refusal {}

  /** As much was said beside the case as may be: {@code most}. */
  record ThreadFull(int most) implements Refusal {}

  /** The caller has said as much today, on all cases together, as may be: {@code most}. */
  record TooMuchSaid(int most) implements Refusal {}

  /**
   * Haste was asked for lately.
   *
   * @param again when it may be asked for again
   */
  record HurriedLately(Instant again) implements Refusal {}

  /** Another officer holds the task. */
  record AlreadyClaimed(List<String> allowedActions) implements Refusal {}

  /**
   * The caller acted on a version that is no longer the newest.
   *
   * @param current the newest
   */
  record Stale(long current) implements Refusal {}

  /**
   * The command's words are at fault.
   *
   * @param faults all of them, each with its place
   */
  record Invalid(List<Fault> faults) implements Refusal {}
}
