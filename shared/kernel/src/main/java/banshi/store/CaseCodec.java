package banshi.store;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Climb;
import banshi.cases.ClockName;
import banshi.cases.Clocks;
import banshi.cases.LifeCycle;
import banshi.cases.LifeCycles;
import banshi.cases.Mark;
import banshi.cases.Part;
import banshi.cases.Signatories;
import banshi.cases.Stage;
import banshi.cases.Task;
import banshi.cases.TimelineHead;
import banshi.clock.ClockState;
import banshi.clock.Ledger;
import banshi.crypto.FieldCipher;
import banshi.identity.ApplicantKey;
import banshi.identity.Disclosure;
import banshi.identity.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a case is stored: a head that the indexes see, details and tasks beside it. */
final class CaseCodec<D> {
  private static final String VERSION = "version";
  private static final String STAGE = "stage";
  private static final String RECEIVED_AT = "receivedAt";
  private static final String TITLE = "title";
  private static final String APPLICANT = "applicant";
  private static final String OWNER = "owner";
  private static final String CLOCKS = "clocks";
  private static final String PARTS = "parts";
  private static final String TIMERS = "timers";
  private static final String CLIMBS = "climbs";
  private static final String EDITION = "edition";
  private static final String MARKS = "marks";
  private static final String HANDLERS = "handlers";
  private static final String UNSIGNED = "unsigned";
  private static final String SIGNED = "signed";

  /** Sealed: the telephones that a form gives of those who sign, by their keys. */
  private static final String PHONES = "phones";

  private static final String ENTRIES = "entries";
  private static final String LAST_HASH = "lastHash";
  private static final String LAST_AT = "lastAt";
  private static final String CONTENT = "content";

  private final Sealed envelope;
  private final Clocks clocks;
  private final DetailsCodec<D> detailsCodec;
  private final TaskCodec taskCodec;

  CaseCodec(FieldCipher cipher, Clocks clocks, DetailsCodec<D> detailsCodec) {
    this.envelope = new Sealed(cipher);
    this.clocks = clocks;
    this.detailsCodec = detailsCodec;
    this.taskCodec = new TaskCodec(cipher, clocks);
  }

  Map<String, AttributeValue> head(Case<D> c, Instant now) {
    String pk = Keys.casePk(c.number());
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, Keys.HEAD));
    item.put(VERSION, Attributes.number(c.version()));
    item.put(STAGE, Attributes.text(c.stage().name()));
    item.put(RECEIVED_AT, Attributes.text(c.receivedAt().toString()));
    item.put(TITLE, Attributes.text(Json.print(Json.text(c.title()))));
    item.put(APPLICANT, envelope.seal(ApplicantCodec.encode(c.applicant()), pk, Keys.HEAD));
    item.put(OWNER, Attributes.text(c.owner().value()));
    item.put(CLOCKS, Attributes.text(Json.print(ledgers(c))));
    item.put(PARTS, Attributes.text(Json.print(Json.array(c.parts(), CaseCodec::part))));
    item.put(TIMERS, Attributes.text(Json.print(timers(c))));
    item.put(CLIMBS, Attributes.text(Json.print(climbs(c))));
    item.put(EDITION, Attributes.number(c.edition()));
    item.put(MARKS, Attributes.text(Json.print(marks(c))));
    putPeople(item, HANDLERS, c.handlers());
    putPeople(item, UNSIGNED, c.signatories().missing());
    putPeople(item, SIGNED, c.signatories().signed());
    if (!c.signatories().phones().isEmpty()) {
      item.put(PHONES, envelope.seal(phones(c.signatories()), pk, Keys.HEAD));
    }
    item.put(ENTRIES, Attributes.number(c.timeline().entries()));
    item.put(LAST_HASH, Attributes.text(c.timeline().hash()));
    item.put(LAST_AT, Attributes.text(c.timeline().at().toString()));
    item.put(Keys.APPLICANT_KEY, Attributes.text(Keys.applicantKey(c.owner())));
    item.put(Keys.APPLICANT_SORT, Attributes.text(Keys.applicantSort(c.receivedAt(), c.number())));
    item.put(Keys.SUMMARY, Attributes.text(Json.print(summary(c))));
    c.mark(Mark.SIMILAR)
        .ifPresent(
            like -> {
              item.put(Keys.QUEUE_KEY, Attributes.text(Keys.similarKey(c.kind(), like)));
              item.put(
                  Keys.QUEUE_SORT, Attributes.text(Keys.applicantSort(c.receivedAt(), c.number())));
            });
    c.nextTimer()
        .ifPresent(
            at -> {
              String id = c.number().value();
              item.put(
                  Keys.DUE_BUCKET, Attributes.text(Keys.dueBucket(Keys.DueList.DUE, at, now, id)));
              item.put(Keys.DUE_SORT, Attributes.text(Keys.dueSort(at, id)));
            });
    return item;
  }

  Map<String, AttributeValue> details(Case<D> c) {
    String pk = Keys.casePk(c.number());
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, Keys.DETAILS));
    item.put(CONTENT, envelope.seal(detailsCodec.encode(c.details()), pk, Keys.DETAILS));
    return item;
  }

  Map<String, AttributeValue> task(Case<D> c, Task task) {
    return taskCodec.encode(c, task);
  }

  Case<D> decode(CaseNumber number, List<Map<String, AttributeValue>> items) {
    String pk = Keys.casePk(number);
    Map<String, AttributeValue> head = item(items, Keys.HEAD);
    LifeCycle lifeCycle =
        LifeCycles.of(number.kind())
            .orElseThrow(() -> new CorruptItemException("no life cycle for " + number.kind()));
    String stageName = Attributes.text(head, STAGE);
    Stage stage =
        lifeCycle
            .stage(stageName)
            .orElseThrow(() -> new CorruptItemException("no stage " + stageName));
    return new Case<>(
        number,
        stage,
        Attributes.number(head, VERSION),
        Instant.parse(Attributes.text(head, RECEIVED_AT)),
        Json.text(Json.parse(Attributes.text(head, TITLE))),
        ApplicantCodec.decode(envelope.open(Attributes.bytes(head, APPLICANT), pk, Keys.HEAD)),
        new ApplicantKey(Attributes.text(head, OWNER)),
        ledgers(Json.parse(Attributes.text(head, CLOCKS))),
        Json.list(Json.parse(Attributes.text(head, PARTS)), CaseCodec::part),
        items.stream()
            .filter(item -> Attributes.text(item, Keys.SK).startsWith(Keys.TASK_PREFIX))
            .map(taskCodec::decode)
            .toList(),
        timers(Json.parse(Attributes.text(head, TIMERS))),
        climbs(Json.parse(Attributes.optionalText(head, CLIMBS).orElse("{}"))),
        head.containsKey(EDITION) ? Math.toIntExact(Attributes.number(head, EDITION)) : 0,
        marks(Json.parse(Attributes.text(head, MARKS))),
        people(head, HANDLERS),
        new Signatories(people(head, UNSIGNED), people(head, SIGNED), phones(head, pk)),
        new TimelineHead(
            Attributes.number(head, ENTRIES),
            Attributes.text(head, LAST_HASH),
            Instant.parse(Attributes.text(head, LAST_AT))),
        detailsCodec.decode(
            envelope.open(Attributes.bytes(item(items, Keys.DETAILS), CONTENT), pk, Keys.DETAILS)));
  }

  private static void putPeople(
      Map<String, AttributeValue> item, String name, Set<ApplicantKey> people) {
    if (!people.isEmpty()) {
      item.put(
          name,
          Attributes.text(
              Json.print(
                  Json.array(
                      people.stream().map(ApplicantKey::value).sorted().toList(),
                      TextNode::valueOf))));
    }
  }

  private static Set<ApplicantKey> people(Map<String, AttributeValue> head, String name) {
    return Attributes.optionalText(head, name).stream()
        .flatMap(keys -> Json.list(Json.parse(keys), JsonNode::asText).stream())
        .map(ApplicantKey::new)
        .collect(Collectors.toSet());
  }

  private static ObjectNode phones(Signatories people) {
    ObjectNode node = Json.object();
    new TreeMap<>(
            people.phones().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        each -> each.getKey().value(),
                        each -> each.getValue().clear(new Disclosure.Storage()))))
        .forEach(node::put);
    return node;
  }

  private Map<ApplicantKey, Phone> phones(Map<String, AttributeValue> head, String pk) {
    if (!head.containsKey(PHONES)) {
      return Map.of();
    }
    return envelope.open(Attributes.bytes(head, PHONES), pk, Keys.HEAD).properties().stream()
        .collect(
            Collectors.toMap(
                each -> new ApplicantKey(each.getKey()),
                each -> new Phone(each.getValue().asText())));
  }

  private static Map<String, AttributeValue> item(
      List<Map<String, AttributeValue>> items, String sk) {
    return items.stream()
        .filter(item -> Attributes.text(item, Keys.SK).equals(sk))
        .findFirst()
        .orElseThrow(() -> new CorruptItemException("a case without its " + sk));
  }

  private ObjectNode summary(Case<D> c) {
    ObjectNode node =
        Json.object()
            .put("number", c.number().value())
            .put("stage", c.stage().name())
            .put("receivedAt", c.receivedAt().toString())
            .put("version", c.version());
    node.set("title", Json.text(c.title()));
    c.clocks().values().stream()
        .filter(ledger -> ledger.state() == ClockState.RUNNING)
        .flatMap(ledger -> ledger.due(clocks.hall()).stream())
        .min(Comparator.comparing(due -> due.at()))
        .ifPresent(due -> node.put("dueAt", due.at().toString()));
    return node;
  }

  private static ObjectNode ledgers(Case<?> c) {
    ObjectNode node = Json.object();
    c.clocks().forEach((name, ledger) -> node.set(name.name(), LedgerCodec.encode(ledger)));
    return node;
  }

  private static Map<ClockName, Ledger> ledgers(JsonNode node) {
    Map<ClockName, Ledger> ledgers = new EnumMap<>(ClockName.class);
    node.properties()
        .forEach(
            clock ->
                ledgers.put(
                    ClockName.valueOf(clock.getKey()), LedgerCodec.decode(clock.getValue())));
    return ledgers;
  }

  private static JsonNode part(Part part) {
    ObjectNode node = Json.object().put("id", part.id()).put("lead", part.lead());
    node.set("title", Json.text(part.title()));
    part.outcome().ifPresent(outcome -> node.put("outcome", outcome));
    return node;
  }

  private static Part part(JsonNode node) {
    return new Part(
        node.path("id").asText(),
        node.path("lead").asText(),
        Json.text(node.path("title")),
        Json.string(node, "outcome"));
  }

  private static ObjectNode timers(Case<?> c) {
    ObjectNode node = Json.object();
    c.timers().forEach((timed, at) -> node.put(timed, at.toString()));
    return node;
  }

  private static SortedMap<String, Instant> timers(JsonNode node) {
    SortedMap<String, Instant> timers = new TreeMap<>();
    node.properties()
        .forEach(timer -> timers.put(timer.getKey(), Instant.parse(timer.getValue().asText())));
    return timers;
  }

  private static ObjectNode climbs(Case<?> c) {
    ObjectNode node = Json.object();
    c.climbs().forEach((name, climb) -> node.set(name.name(), ClimbCodec.encode(climb)));
    return node;
  }

  private static Map<ClockName, Climb> climbs(JsonNode node) {
    Map<ClockName, Climb> climbs = new EnumMap<>(ClockName.class);
    node.properties()
        .forEach(
            climb ->
                climbs.put(ClockName.valueOf(climb.getKey()), ClimbCodec.decode(climb.getValue())));
    return climbs;
  }

  private static ObjectNode marks(Case<?> c) {
    ObjectNode node = Json.object();
    c.marks().forEach((mark, value) -> node.put(mark.name(), value));
    return node;
  }

  private static Map<Mark, String> marks(JsonNode node) {
    Map<Mark, String> marks = new EnumMap<>(Mark.class);
    node.properties()
        .forEach(mark -> marks.put(Mark.valueOf(mark.getKey()), mark.getValue().asText()));
    return marks;
  }
}
