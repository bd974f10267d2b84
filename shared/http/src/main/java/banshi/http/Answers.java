package banshi.http;

import banshi.cases.Refusal;
import banshi.desk.Answer;
import banshi.notices.Minute;
import banshi.store.StoredAnswer;
import banshi.text.Language;
import banshi.text.Text;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Turns what the desk gives into what the caller gets. */
public final class Answers {
  private static final String REPLAYED = "Idempotent-Replayed";

  private Answers() {}

  /**
   * The answer to a command.
   *
   * @param body gives the body of an answer as it was stored
   * @throws ProblemException when the command was refused
   */
  public static Response of(Answer answer, Function<StoredAnswer, byte[]> body) {
    return switch (answer) {
      case Answer.Given(StoredAnswer stored, boolean replayed) -> {
        Response.ResponseBuilder response =
            Response.status(stored.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.apply(stored));
        stored.version().ifPresent(v -> response.header(HttpHeaders.ETAG, etag(v)));
        stored.location().ifPresent(path -> response.header(HttpHeaders.LOCATION, path));
        yield (replayed ? replayed(response) : response).build();
      }
      case Answer.Refused(Refusal refusal) -> throw refusal(refusal);
      case Answer.KeyReused() -> throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED).asException();
    };
  }

  /** Says of an answer that it was given before. */
  public static Response.ResponseBuilder replayed(Response.ResponseBuilder response) {
    return response.header(REPLAYED, "true");
  }

  /** A 200 with this body, as it is stored with its write. */
  public static StoredAnswer ok(Object view, Language language) {
    return new StoredAnswer(200, Optional.empty(), Optional.empty(), Json.bytes(view, language));
  }

  /** The problem that a refusal is to the caller. */
  public static ProblemException refusal(Refusal refusal) {
    return problem(refusal).asException();
  }

  /** The same as a document. */
  public static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound() -> Problem.of(ProblemCode.NOT_FOUND);
      case Refusal.Forbidden() -> Problem.of(ProblemCode.FORBIDDEN);
      case Refusal.ConflictOfInterest() -> Problem.of(ProblemCode.CONFLICT_OF_INTEREST);
      case Refusal.OwnRequest() -> Problem.of(ProblemCode.OWN_REQUEST);
      case Refusal.NameTaken(var why) -> Problem.of(ProblemCode.NAME_TAKEN, why);
      case Refusal.StartupRunning(var why) -> Problem.of(ProblemCode.STARTUP_RUNNING, why);
      case Refusal.FormChanged() -> Problem.of(ProblemCode.FORM_CHANGED);
      case Refusal.DraftFiled(var number) ->
          Problem.of(ProblemCode.DRAFT_FILED).with("number", number.value());
      case Refusal.ThreadFull(int most) ->
          Problem.of(
              ProblemCode.THREAD_FULL,
              new Text(
                  "本件留言已达 " + most + " 条，不能再添加。",
                  "This case has " + most + " entries already: no more can be added."));
      case Refusal.TooMuchSaid(int most) ->
          Problem.of(
              ProblemCode.TOO_MANY_MESSAGES,
              new Text(
                  "您今天已发送 " + most + " 条，请明天再试。",
                  "You have sent " + most + " today: go on tomorrow."));
      case Refusal.HurriedLately(Instant again) ->
          Problem.of(
                  ProblemCode.HURRIED_LATELY,
                  new Text(
                      "近三个工作日内已催办，" + Minute.of(again).in(Language.ZH_CN) + " 起可再次催办。",
                      "Haste was asked for within three working days; it can be asked for again"
                          + " from "
                          + Minute.of(again).in(Language.EN)
                          + " on."))
              .with("againAt", again);
      case Refusal.NotAllowed(var allowed, var why) ->
          why.map(text -> Problem.of(ProblemCode.ACTION_NOT_ALLOWED, text))
              .orElseGet(() -> Problem.of(ProblemCode.ACTION_NOT_ALLOWED))
              .with("allowedActions", allowed);
      case Refusal.AlreadyClaimed(var allowed) ->
          Problem.of(ProblemCode.ALREADY_CLAIMED).with("allowedActions", allowed);
      case Refusal.Stale(long current) ->
          Problem.of(ProblemCode.STALE_VERSION).withHeader(HttpHeaders.ETAG, etag(current));
      case Refusal.Invalid(var faults) -> Problem.of(ProblemCode.INVALID_BODY, faults);
    };
  }

  /** A version as {@code ETag} and {@code If-Match} have it. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }
}
