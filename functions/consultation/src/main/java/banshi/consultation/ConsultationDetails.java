package banshi.consultation;

import banshi.cases.ExtensionRequest;
import banshi.cases.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What only a consultation knows: what was asked, and what was answered.
 *
 * @param topic the question in a few words, as it was typed
 * @param matterCode the matter that it is about
 * @param question the question
 * @param suggestions the published answers that were shown while it was typed
 * @param answers the answers, oldest first, at most two
 * @param followUp the one more question
 * @param redirection where whoever asked was sent
 * @param conversion what it was turned into
 * @param publication the answer as it is published
 * @param rating what whoever asked thought of it
 * @param extension the extension that was asked for last, until it is answered
 */
public record ConsultationDetails(
    String topic,
    Optional<String> matterCode,
    String question,
    List<String> suggestions,
    List<Reply> answers,
    Optional<FollowUp> followUp,
    Optional<Redirection> redirection,
    Optional<Conversion> conversion,
    Optional<Publication> publication,
    Optional<Rating> rating,
    Optional<ExtensionRequest> extension) {
  public ConsultationDetails {
    suggestions = List.copyOf(suggestions);
    answers = List.copyOf(answers);
  }

  /**
   * A department's answer.
   *
   * @param earlier what it said before it was corrected, oldest first
   */
  public record Reply(
      String department,
      String text,
      List<String> references,
      Optional<String> knowledgeId,
      Instant at,
      List<Earlier> earlier) {
    public Reply {
      references = List.copyOf(references);
      earlier = List.copyOf(earlier);
    }

    /** The same answer in other words, with those of before kept. */
    Reply corrected(String why, String newText, List<String> newReferences, Instant now) {
      List<Earlier> kept = new ArrayList<>(earlier);
      kept.add(new Earlier(now, why, text, references));
      return new Reply(department, newText, newReferences, knowledgeId, at, kept);
    }

    /**
     * What an answer said until it was corrected.
     *
     * @param at when it was corrected
     * @param why the reason for correcting it
     */
    public record Earlier(Instant at, String why, String text, List<String> references) {
      public Earlier {
        references = List.copyOf(references);
      }
    }
  }

  /** One more question. */
  public record FollowUp(String text, Instant at) {}

  /** Why it does not belong here, and where it does. */
  public record Redirection(String reason, String whereToGo, Instant at) {}

  /**
   * What it was turned into.
   *
   * @param draftId of an application, the draft that was made
   */
  public record Conversion(
      Requests.Target to, Optional<String> matterCode, Optional<String> draftId, Instant at) {}

  /** The answer as it is published. */
  public record Publication(String id, String title, String text, Instant at) {}

  ConsultationDetails answered(Reply reply) {
    return edited(edit -> edit.answers.add(reply));
  }

  /** With another in the place of the last answer. */
  ConsultationDetails reanswered(Reply reply) {
    return edited(edit -> edit.answers.set(edit.answers.size() - 1, reply));
  }

  ConsultationDetails extending(Optional<ExtensionRequest> asked) {
    return edited(edit -> edit.extension = asked);
  }

  ConsultationDetails followedUp(FollowUp more) {
    return edited(edit -> edit.followUp = Optional.of(more));
  }

  ConsultationDetails redirected(Redirection where) {
    return edited(edit -> edit.redirection = Optional.of(where));
  }

  ConsultationDetails converted(Conversion into) {
    return edited(edit -> edit.conversion = Optional.of(into));
  }

  ConsultationDetails published(Optional<Publication> as) {
    return edited(edit -> edit.publication = as);
  }

  ConsultationDetails rated(Rating given) {
    return edited(edit -> edit.rating = Optional.of(given));
  }

  private ConsultationDetails edited(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return new ConsultationDetails(
        topic,
        matterCode,
        question,
        suggestions,
        edit.answers,
        edit.followUp,
        edit.redirection,
        edit.conversion,
        edit.publication,
        edit.rating,
        edit.extension);
  }

  /** A copy to change, which never leaves this class. */
  private static final class Edit {
    private final List<Reply> answers;
    private Optional<FollowUp> followUp;
    private Optional<Redirection> redirection;
    private Optional<Conversion> conversion;
    private Optional<Publication> publication;
    private Optional<Rating> rating;
    private Optional<ExtensionRequest> extension;

    Edit(ConsultationDetails details) {
      answers = new ArrayList<>(details.answers);
      followUp = details.followUp;
      redirection = details.redirection;
      conversion = details.conversion;
      publication = details.publication;
      rating = details.rating;
      extension = details.extension;
    }
  }
}
