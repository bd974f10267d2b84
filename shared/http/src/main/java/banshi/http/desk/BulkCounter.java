package banshi.http.desk;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Refusal;
import banshi.desk.Bulk;
import banshi.desk.Decision;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Json;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RequestTerms;
import banshi.store.StoredAnswer;
import banshi.text.Fault;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The caller at the desk of one kind of case with many of them at once. Every item is refused for
 * what the act on it alone would be; the request as a whole only for what is wrong with its body.
 *
 * @param <D> the kind's own content
 */
final class BulkCounter<D> {
  /** No item is begun later than this after the first, so that the platform cuts nothing off. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private static final JsonMapper MAPPER = new JsonMapper();

  private final ServedKind<D> served;
  private final Caller caller;
  private final RequestTerms terms;

  BulkCounter(ServedKind<D> served, Caller caller, RequestTerms terms) {
    this.served = served;
    this.caller = caller;
    this.terms = terms;
  }

  /**
   * An act that waits to be carried out on a case.
   *
   * @param own pointers into the body of the act on one case that each item of the list has for
   *     itself
   */
  record Wanted<D>(String number, long version, Decision<D> decision, Set<String> own) {}

  /** An item on its way: either refused before the desk was asked, or to be asked. */
  private record Read<D>(Optional<Problem> refused, Optional<Bulk.Item<D>> item) {}

  Response act(List<Wanted<D>> wanted) {
    List<Optional<CaseNumber>> numbers =
        wanted.stream().map(each -> CaseNumber.parse(each.number())).toList();
    refuseRepeated(numbers);
    List<Read<D>> read =
        IntStream.range(0, wanted.size())
            .mapToObj(place -> read(wanted.get(place), numbers.get(place)))
            .toList();
    List<Integer> places =
        IntStream.range(0, read.size())
            .filter(place -> read.get(place).item().isPresent())
            .boxed()
            .toList();
    Bulk.Result result =
        new Bulk<>(served.desk())
            .act(
                terms.write(),
                caller.actor(),
                places.stream().map(place -> read.get(place).item().orElseThrow()).toList(),
                new Bulk.Voice<>(
                    (after, parties) -> done(after),
                    (nth, refusal) ->
                        refused(places.get(nth), wanted.get(places.get(nth)), refusal)),
                caller.now(),
                lasting());
    return switch (result) {
      case Bulk.Result.KeyReused() ->
          throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED).asException();
      case Bulk.Result.Each(var each, boolean replayed) -> {
        List<JsonNode> items = new ArrayList<>();
        for (int place = 0; place < read.size(); place++) {
          Optional<Problem> early = read.get(place).refused();
          String number = wanted.get(place).number();
          int nth = places.indexOf(place);
          items.add(
              early
                  .map(problem -> node(failed(number, problem, Optional.empty())))
                  .or(() -> each.get(nth).map(kept -> tree(kept.body())))
                  .orElseGet(() -> node(waiting(number))));
        }
        yield answer(items, replayed);
      }
    };
  }

  private Read<D> read(Wanted<D> wanted, Optional<CaseNumber> number) {
    if (number.isEmpty()) {
      return new Read<>(Optional.of(Problem.of(ProblemCode.INVALID_NUMBER)), Optional.empty());
    }
    return number.get().kind() == served.kind()
        ? new Read<>(
            Optional.empty(),
            Optional.of(
                new Bulk.Item<>(
                    number.get(),
                    wanted.version(),
                    wanted.decision().unless(served.recusal(), caller.actor()))))
        : new Read<>(Optional.of(Problem.of(ProblemCode.NOT_FOUND)), Optional.empty());
  }

  private static void refuseRepeated(List<Optional<CaseNumber>> numbers) {
    Set<CaseNumber> seen = new HashSet<>();
    List<Fault> faults = new ArrayList<>();
    for (int place = 0; place < numbers.size(); place++) {
      if (numbers.get(place).filter(number -> !seen.add(number)).isPresent()) {
        faults.add(
            new Fault(
                "/items/" + place + "/number",
                "duplicate",
                new Text("同一办件只能出现一次", "A case may be named once only")));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_BODY, faults).asException();
    }
  }

  private static BooleanSupplier lasting() {
    long begun = System.nanoTime();
    return () -> System.nanoTime() - begun < LONGEST.toNanos();
  }

  private StoredAnswer done(Case<D> after) {
    BulkAnswer.BulkItem item =
        new BulkAnswer.BulkItem(
            after.number().value(),
            200,
            Optional.of(after.version()),
            Optional.of(after.stage().name()),
            Optional.of(after.stage().label()),
            Optional.empty());
    return kept(200, item);
  }

  /** A refusal; what is wrong with an item's own words is found at its place in the list. */
  private StoredAnswer refused(int place, Wanted<D> wanted, Refusal refusal) {
    Problem problem =
        refusal instanceof Refusal.Invalid(var faults)
            ? Problem.of(
                ProblemCode.INVALID_BODY,
                faults.stream().map(fault -> placed(place, wanted.own(), fault)).toList())
            : Answers.problem(refusal);
    Optional<Long> newest =
        refusal instanceof Refusal.Stale(long current) ? Optional.of(current) : Optional.empty();
    return kept(problem.status(), failed(wanted.number(), problem, newest));
  }

  private static Fault placed(int place, Set<String> own, Fault fault) {
    return own.contains(fault.pointer())
        ? new Fault("/items/" + place + fault.pointer(), fault.code(), fault.detail())
        : fault;
  }

  private BulkAnswer.BulkItem failed(String number, Problem problem, Optional<Long> version) {
    return new BulkAnswer.BulkItem(
        number,
        problem.status(),
        version,
        Optional.empty(),
        Optional.empty(),
        Optional.of(problem.document(caller.language())));
  }

  private BulkAnswer.BulkItem waiting(String number) {
    return failed(number, Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE), Optional.empty());
  }

  private StoredAnswer kept(int status, BulkAnswer.BulkItem item) {
    return new StoredAnswer(
        status, Optional.empty(), Optional.empty(), Json.bytes(item, caller.language()));
  }

  private JsonNode node(BulkAnswer.BulkItem item) {
    return tree(Json.bytes(item, caller.language()));
  }

  private static Response answer(List<JsonNode> items, boolean replayed) {
    ObjectNode body = MAPPER.createObjectNode();
    body.putArray("items").addAll(items);
    body.put("done", count(items, 200, 299));
    body.put("refused", count(items, 400, 499));
    body.put("waiting", count(items, 500, 599));
    try {
      Response.ResponseBuilder response =
          Response.ok(MAPPER.writeValueAsBytes(body), MediaType.APPLICATION_JSON_TYPE);
      return replayed ? Answers.replayed(response).build() : response.build();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static int count(List<JsonNode> items, int from, int to) {
    return (int)
        items.stream()
            .mapToInt(item -> item.path("status").asInt())
            .filter(status -> from <= status && status <= to)
            .count();
  }

  private static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
