package banshi.consultation;

import banshi.catalogue.Catalogue;
import banshi.consultation.knowledge.Hits;
import banshi.consultation.knowledge.KnowledgeEntry;
import banshi.consultation.knowledge.KnowledgeIndex;
import banshi.consultation.knowledge.Suggestion;
import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.Public;
import banshi.store.Published;
import banshi.text.Fault;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known (知识库): published answers and review points (审核要点), for everybody. */
@Path("/v1/knowledge")
@Tag(name = "knowledge", description = "知识库 · Knowledge")
@Public
public class KnowledgeResource {
  private static final int LONGEST_QUERY = 1000;
  private static final int SUGGESTIONS = 5;

  private final Library library;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Caller caller;

  KnowledgeResource(Library library, Catalogue catalogue, Pages pages, Caller caller) {
    this.library = library;
    this.catalogue = catalogue;
    this.pages = pages;
    this.caller = caller;
  }

  /** Something that was found. */
  public record FoundView(
      String knowledgeId,
      KnowledgeEntry.Kind kind,
      Text kindName,
      Text title,
      String snippet,
      Text text,
      Optional<String> matterCode,
      Optional<String> department,
      Optional<Text> departmentName,
      Instant publishedAt) {}

  /** What a question that is still being typed may be about. */
  public record SuggestionView(String knowledgeId, String title) {}

  /**
   * What was found, best first.
   *
   * @param suggestions titles for what was typed so far, its last word perhaps unfinished
   */
  public record KnowledgePage(
      List<FoundView> items, Optional<String> nextCursor, List<SuggestionView> suggestions) {}

  /** A published answer. */
  public record AnswerView(
      String knowledgeId,
      String title,
      String text,
      Optional<String> matterCode,
      String department,
      Text departmentName,
      Instant publishedAt) {}

  @GET
  @Operation(
      operationId = "searchKnowledge",
      summary = "检索知识库，输入中即有提示 · Search, with suggestions while one types",
      description =
          "最相关者在前；query 最多 1000 字。Best first; a query has at most 1,000 characters. What a person"
              + " types may be sent as it is, in Chinese or in English.")
  public KnowledgePage search(
      @QueryParam("query") Optional<String> query, @BeanParam PageQuery page) {
    String asked = bounded(query.orElse(""));
    KnowledgeIndex index = library.at(caller.now());
    Page<FoundView> found =
        pages.open(
            page,
            "knowledge " + asked,
            (after, limit) -> found(index, asked, after.map(Integer::parseInt).orElse(0), limit));
    List<Suggestion> suggestions = index.suggest(asked, caller.language(), SUGGESTIONS);
    return new KnowledgePage(
        found.items(),
        found.nextCursor(),
        suggestions.stream().map(each -> new SuggestionView(each.id(), each.title())).toList());
  }

  private static String bounded(String query) {
    if (query.isBlank()) {
      throw refused("required", "请输入要查的内容", "Say what you look for");
    }
    if (query.codePointCount(0, query.length()) > LONGEST_QUERY) {
      throw refused("too-long", "最多 1000 个字", "At most 1,000 characters");
    }
    return query;
  }

  private static RuntimeException refused(String code, String zh, String en) {
    return Problem.of(
            ProblemCode.INVALID_PARAMETER, List.of(new Fault("query", code, new Text(zh, en))))
        .asException();
  }

  private banshi.store.Page<FoundView> found(
      KnowledgeIndex index, String asked, int offset, int limit) {
    Hits hits = index.search(asked, caller.language(), offset, limit);
    int next = offset + hits.hits().size();
    boolean more = !hits.hits().isEmpty() && next < hits.total();
    return new banshi.store.Page<>(
        hits.hits().stream().map(this::view).toList(),
        more ? Optional.of(Integer.toString(next)) : Optional.empty());
  }

  private FoundView view(Hits.Hit hit) {
    KnowledgeEntry entry = hit.entry();
    return new FoundView(
        entry.id(),
        entry.kind(),
        switch (entry.kind()) {
          case ANSWER -> new Text("公开答复", "Published answer");
          case REVIEW_POINTS -> new Text("审核要点", "Review points");
        },
        entry.title(),
        hit.snippet(),
        entry.text(),
        entry.matterCode(),
        entry.department(),
        entry.department().map(catalogue::departmentName),
        entry.publishedAt());
  }

  @GET
  @Path("/{knowledgeId}")
  @Operation(operationId = "getKnowledge", summary = "公开答复全文 · A published answer in full")
  public AnswerView read(@PathParam("knowledgeId") String knowledgeId) {
    Published answer =
        library
            .find(knowledgeId)
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    return new AnswerView(
        answer.id(),
        answer.title(),
        answer.text(),
        answer.matterCode(),
        answer.department(),
        catalogue.departmentName(answer.department()),
        answer.at());
  }
}
