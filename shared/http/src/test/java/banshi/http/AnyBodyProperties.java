package banshi.http;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.text.Fault;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class AnyBodyProperties {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NAMES =
      List.of(
          "name",
          "shortText",
          "lower",
          "score",
          "many",
          "flag",
          "area",
          "form",
          "day",
          "moment",
          "local",
          "id",
          "range",
          "from",
          "to",
          "code",
          "list",
          "set",
          "free",
          "anything",
          "a/b~c",
          "",
          "多余");

  @Property(tries = 2000)
  void any_json_is_bound_or_refused_with_pointers_that_lead_somewhere(@ForAll("json") JsonNode body)
      throws JsonProcessingException {
    byte[] bytes = new ObjectMapper().writeValueAsBytes(body);
    try {
      assertThat(RecordBinder.read(bytes, Bodies.Everything.class)).isNotNull();
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().status()).isEqualTo(400);
      assertThat(refusal.problem().errors()).isNotEmpty();
      for (Fault fault : refusal.problem().errors()) {
        assertLeadsSomewhere(body, fault);
      }
    }
  }

  @Property(tries = 2000)
  void any_bytes_are_bound_or_refused(@ForAll("bytes") byte[] body) {
    try {
      assertThat(RecordBinder.read(body, Bodies.Reason.class)).isNotNull();
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().code()).isIn("malformed-json", "invalid-body");
    }
  }

  private static void assertLeadsSomewhere(JsonNode body, Fault fault) {
    JsonPointer pointer = JsonPointer.compile(fault.pointer());
    boolean missing = fault.code().equals("required");
    JsonNode place = body.at(missing ? pointer.head() : pointer);
    // When the body is no object at all, its members are missing from nowhere.
    assertThat(place.isMissingNode() && body.isObject()).as("%s in %s", fault, body).isFalse();
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars("{}[]\":,.\\u0eE+- \n").ofMaxLength(40);
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(60),
        text.map(Bodies::utf8),
        text.map(inside -> Bodies.utf8("{\"reason\":" + inside + "}")));
  }

  @Provide
  Arbitrary<JsonNode> json() {
    Arbitrary<JsonNode> object = objects(values(2));
    return Arbitraries.frequencyOf(Tuple.of(9, object), Tuple.of(1, values(1)));
  }

  private static Arbitrary<JsonNode> values(int depth) {
    Arbitrary<JsonNode> scalar =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(6).map(NODES::textNode),
            Arbitraries.of("2026-11-23", "2026-11-23T09:00:00+08:00", "LLC", "AB", "abc")
                .map(NODES::textNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.integers().between(0, 6).map(NODES::numberNode),
            Arbitraries.bigDecimals().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.just(NODES.nullNode()));
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<JsonNode> inner = values(depth - 1);
    Arbitrary<JsonNode> array =
        inner.list().ofMaxSize(4).map(elements -> NODES.arrayNode().addAll(elements));
    return Arbitraries.oneOf(scalar, array, objects(inner));
  }

  private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(Arbitraries.of(NAMES), values)
        .ofMaxSize(8)
        .map((Map<String, JsonNode> members) -> NODES.objectNode().setAll(members));
  }
}
