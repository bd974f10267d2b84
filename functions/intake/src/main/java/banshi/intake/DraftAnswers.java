package banshi.intake;

import banshi.cases.CaseNumber;
import banshi.cases.Refusal;
import banshi.http.Answers;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.ProblemException;
import banshi.http.RequestTerms;
import banshi.store.Draft;
import banshi.store.Drafts.Saved;
import banshi.text.Fault;
import banshi.text.Text;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a client sends about a draft besides its content, and what it gets. */
final class DraftAnswers {
  private DraftAnswers() {}

  /** A draft's id as it stands in a path. */
  static UUID id(String draftId) {
    try {
      return UUID.fromString(draftId);
    } catch (IllegalArgumentException notAUuid) {
      throw Problem.of(
              ProblemCode.INVALID_PARAMETER,
              List.of(Fault.of("draftId", "bad-format", "须为 UUID", "This must be a UUID")))
          .asException();
    }
  }

  /** The version from {@code If-Match}. */
  static Optional<Long> version(RequestTerms terms) {
    return terms.expectedVersion().isPresent()
        ? Optional.of(terms.expectedVersion().getAsLong())
        : Optional.empty();
  }

  /** Whether {@code If-None-Match} says that the draft must be new. */
  static boolean onlyNew(List<String> given) {
    if (given.isEmpty()) {
      return false;
    }
    if (given.size() > 1 || !given.getFirst().trim().equals("*")) {
      throw Problem.of(
              ProblemCode.VERSION_INVALID,
              new Text("If-None-Match 只能为 *。", "If-None-Match may only be *."))
          .asException();
    }
    return true;
  }

  /**
   * The draft after a change of it; empty when it was deleted.
   *
   * @throws ProblemException when nothing was changed
   */
  static Optional<Draft> kept(Saved saved) {
    return switch (saved) {
      case Saved.Kept(Draft draft) -> Optional.of(draft);
      case Saved.Deleted() -> Optional.empty();
      case Saved.Stale(Optional<Draft> current) -> throw stale(current).asException();
      case Saved.OfKind(var kind) ->
          throw Problem.of(
                  ProblemCode.INVALID_BODY,
                  List.of(
                      Fault.of(
                          "/kind",
                          "draft-of-another-kind",
                          "此草稿属于另一类事项：" + kind,
                          "This draft is of another kind: " + kind)))
              .asException();
      case Saved.Filed(CaseNumber number) -> throw Answers.refusal(new Refusal.DraftFiled(number));
    };
  }

  private static Problem stale(Optional<Draft> current) {
    Problem problem =
        Problem.of(
            ProblemCode.STALE_VERSION,
            current.isPresent()
                ? new Text(
                    "草稿已在别处改动，现存内容见 current；请对照后再保存。",
                    "The draft was changed elsewhere; current is what is stored. Compare, then save"
                        + " again.")
                : new Text(
                    "没有这份草稿，或已删除；不带 If-Match 可重新保存。",
                    "There is no such draft any more; save without If-Match to begin it again."));
    return current
        .map(
            draft ->
                problem
                    .withHeader(HttpHeaders.ETAG, Answers.etag(draft.version()))
                    .with("current", DraftView.of(draft)))
        .orElse(problem);
  }

  /** That a draft's content is checked by the function that knows its kind. */
  static ProblemException checkedElsewhere(Draft draft) {
    return Problem.of(
            ProblemCode.ACTION_NOT_ALLOWED,
            new Text(
                "这类草稿的内容请发送到 validationPath 检查。",
                "Send the content of a draft of this kind to validationPath to have it checked."))
        .with("validationPath", DraftView.validationPath(draft))
        .asException();
  }
}
