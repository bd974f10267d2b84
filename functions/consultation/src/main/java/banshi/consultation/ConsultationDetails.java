package banshi.consultation;

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
    Optional<Rating> rating) {
  public ConsultationDetails {
    suggestions = List.copyOf(suggestions);
    answers = List.copyOf(answers);
  }

  /** A department's answer. */
  public record Reply(
      String department,
      String text,
      List<String> references,
      Optional<String> knowledgeId,
      Instant at) {
    public Reply {
      references = List.copyOf(references);
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
        edit.rating);
  }

  /** A copy to change, which never leaves this class. */
  private static final class Edit {
    private final List<Reply> answers;
    private Optional<FollowUp> followUp;
    private Optional<Redirection> redirection;
    private Optional<Conversion> conversion;
    private Optional<Publication> publication;
    private Optional<Rating> rating;

    Edit(ConsultationDetails details) {
      answers = new ArrayList<>(details.answers);
      followUp = details.followUp;
      redirection = details.redirection;
      conversion = details.conversion;
      publication = details.publication;
      rating = details.rating;
    }
  }
}
