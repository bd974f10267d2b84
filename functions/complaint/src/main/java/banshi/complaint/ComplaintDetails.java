package banshi.complaint;

import banshi.cases.ExtensionRequest;
import banshi.cases.Rating;
import banshi.identity.PersonName;
import banshi.words.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What only a complaint knows: what could not be done, what was answered, what came of it.
 *
 * @param relatedCase the complainant's own case that it is about
 * @param matterCode the matter that it is about
 * @param department the department that it is about, as the complainant sees it
 * @param officer who is complained about, as the complainant knows them
 * @param category what the complainant says it is about
 * @param description what happened
 * @param wanted what the complainant wants done
 * @param evidence what the complainant handed in with it
 * @param answers the departments' answers, oldest first
 * @param disputes the complainant's disputes, oldest first
 * @param redirection where the complainant was sent
 * @param rating what the complainant thought of it
 * @param extension the extension that was asked for last, until it is answered
 * @param disciplineNote what those who watch over discipline noted
 */
public record ComplaintDetails(
    Optional<Related> relatedCase,
    Optional<String> matterCode,
    Optional<String> department,
    Optional<PersonName> officer,
    Category category,
    String description,
    String wanted,
    List<Evidence> evidence,
    List<Reply> answers,
    List<Dispute> disputes,
    Optional<Redirection> redirection,
    Optional<Rating> rating,
    Optional<ExtensionRequest> extension,
    Optional<DisciplineNote> disciplineNote) {
  public ComplaintDetails {
    evidence = List.copyOf(evidence);
    answers = List.copyOf(answers);
    disputes = List.copyOf(disputes);
  }

  /**
   * A case of the complainant's own.
   *
   * @param stage where it stood when the complaint was received
   */
  public record Related(String number, String stage) {}

  /**
   * A department's answer.
   *
   * @param resolved whether the department says that it is resolved
   * @param earlier what it said before it was corrected, oldest first
   */
  public record Reply(
      String department,
      String text,
      boolean resolved,
      List<String> evidence,
      Instant at,
      List<Earlier> earlier) {
    public Reply {
      evidence = List.copyOf(evidence);
      earlier = List.copyOf(earlier);
    }

    /** The same answer in other words, with those of before kept. */
    Reply corrected(String why, String newText, Instant now) {
      List<Earlier> kept = new ArrayList<>(earlier);
      kept.add(new Earlier(now, why, text));
      return new Reply(department, newText, resolved, evidence, at, kept);
    }

    /**
     * What an answer said until it was corrected.
     *
     * @param at when it was corrected
     * @param why the reason for correcting it
     */
    public record Earlier(Instant at, String why, String answer) {}
  }

  /** What those who watch over discipline noted of a referral. */
  public record DisciplineNote(String text, Instant at) {}

  /** Why the complainant does not take an answer. */
  public record Dispute(String reason, Instant at) {}

  /** Why it does not belong here, and where it does. */
  public record Redirection(String reason, Destination whereToGo, Instant at) {}

  /** Somebody is complained about: who is involved may not act on it. */
  boolean aboutStaff() {
    return category == Category.STAFF || officer.isPresent();
  }

  ComplaintDetails answered(Reply reply) {
    return edited(edit -> edit.answers.add(reply));
  }

  /** With another in the place of the last answer. */
  ComplaintDetails reanswered(Reply reply) {
    return edited(edit -> edit.answers.set(edit.answers.size() - 1, reply));
  }

  ComplaintDetails extending(Optional<ExtensionRequest> asked) {
    return edited(edit -> edit.extension = asked);
  }

  ComplaintDetails noted(DisciplineNote note) {
    return edited(edit -> edit.disciplineNote = Optional.of(note));
  }

  ComplaintDetails disputed(Dispute dispute) {
    return edited(edit -> edit.disputes.add(dispute));
  }

  ComplaintDetails redirected(Redirection where) {
    return edited(edit -> edit.redirection = Optional.of(where));
  }

  ComplaintDetails rated(Rating given) {
    return edited(edit -> edit.rating = Optional.of(given));
  }

  private ComplaintDetails edited(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return new ComplaintDetails(
        relatedCase,
        matterCode,
        department,
        officer,
        category,
        description,
        wanted,
        evidence,
        edit.answers,
        edit.disputes,
        edit.redirection,
        edit.rating,
        edit.extension,
        edit.disciplineNote);
  }

  /** A copy to change, which never leaves this class. */
  private static final class Edit {
    private final List<Reply> answers;
    private final List<Dispute> disputes;
    private Optional<Redirection> redirection;
    private Optional<Rating> rating;
    private Optional<ExtensionRequest> extension;
    private Optional<DisciplineNote> disciplineNote;

    Edit(ComplaintDetails details) {
      answers = new ArrayList<>(details.answers);
      disputes = new ArrayList<>(details.disputes);
      redirection = details.redirection;
      rating = details.rating;
      extension = details.extension;
      disciplineNote = details.disciplineNote;
    }
  }
}
