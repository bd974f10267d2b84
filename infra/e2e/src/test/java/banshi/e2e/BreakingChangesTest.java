package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of change, made to a small document, is named or is let pass. */
class BreakingChangesTest {
  private static final String RELEASED =
      """
      {"paths":{"/v1/x":{"post":{"operationId":"x","security":[],
         "parameters":[
           {"name":"q","in":"query","schema":{"type":"string","maxLength":9}},
           {"name":"If-Match","in":"header","required":false,"schema":{"type":"string"}}],
         "requestBody":{"required":false,"content":{
           "application/json":{"schema":{"$ref":"#/components/schemas/Wish"}}}},
         "responses":{
           "200":{"headers":{"ETag":{}},"content":{
             "application/json":{"schema":{"$ref":"#/components/schemas/Seen"}},
             "application/pdf":{}}},
           "404":{}}}}},
       "components":{"schemas":{
         "Wish":{"type":"object","additionalProperties":false,"required":["a"],"properties":{
           "a":{"type":"string","minLength":1,"maxLength":9,"pattern":"^a"},
           "kind":{"type":"string","enum":["A","B"]},
           "amount":{"type":"number","minimum":1,"maximum":9},
           "list":{"type":"array","maxItems":3,"items":{"type":["string","null"]}},
           "free":{"type":"object"},
           "either":{"anyOf":[{"$ref":"#/components/schemas/Part"},{"type":"null"}]}}},
         "Part":{"type":"object","required":["p"],"properties":{"p":{"type":"string"}}},
         "Seen":{"type":"object","required":["id"],"properties":{
           "id":{"type":"string"},
           "state":{"type":"string","enum":["NEW","DONE"]},
           "count":{"type":"integer"},
           "parts":{"type":"array","items":{"$ref":"#/components/schemas/Part"}},
           "parent":{"$ref":"#/components/schemas/Seen"},
           "part":{"$ref":"#/components/schemas/Part"}}}}}}
      """;

  private static final String OPERATION = "/paths/~1v1~1x/post";

  private static JsonNode json(String text) throws IOException {
    return Hall.JSON.readTree(text.replace('\'', '"'));
  }

  /** The released document with {@code value} at {@code pointer}; with nothing there if empty. */
  private static JsonNode changed(String pointer, String value) throws IOException {
    JsonNode document = Hall.JSON.readTree(RELEASED);
    String whole = pointer.replace("OP", OPERATION).replace("#", "/components/schemas/");
    int last = whole.lastIndexOf('/');
    String member = whole.substring(last + 1).replace("~1", "/");
    JsonNode parent = document.at(whole.substring(0, last));
    assertThat(parent.isContainerNode()).as(whole).isTrue();
    switch (parent) {
      case ObjectNode object when value == null -> assertThat(object.remove(member)).isNotNull();
      case ObjectNode object -> object.set(member, json(value));
      case ArrayNode array when value == null -> array.remove(Integer.parseInt(member));
      default -> ((ArrayNode) parent).add(json(value));
    }
    return document;
  }

  private static List<String> breaks(JsonNode current) throws IOException {
    return BreakingChanges.between(Hall.JSON.readTree(RELEASED), current);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/paths/~1v1~1x | | POST /v1/x: removed",
        "OP | | POST /v1/x: removed",
        "OP/operationId | 'y' | POST /v1/x: operationId was x",
        "OP/security | [{'bearer':[]}] | POST /v1/x: newly needs a token",
        "OP/parameters/0 | | POST /v1/x query q: removed",
        "OP/parameters/0/schema/maxLength | 8 | POST /v1/x query q: maxLength was 9, is 8",
        "OP/parameters/1/required | true | POST /v1/x header If-Match: newly required",
        "OP/parameters/- | {'name':'k','in':'header','required':true}"
            + " | POST /v1/x header k: newly required",
        "OP/requestBody/required | true | POST /v1/x request: newly required",
        "OP/requestBody/content/application~1json | "
            + "| POST /v1/x request application/json: removed",
        "OP/responses/404 | | POST /v1/x 404: removed",
        "OP/responses/200/headers/ETag | | POST /v1/x 200 header ETag: removed",
        "OP/responses/200/content/application~1pdf | | POST /v1/x 200 application/pdf: removed",
        "#Wish/required/- | 'kind' | POST /v1/x request/kind: newly required",
        "#Wish/properties/kind | | POST /v1/x request/kind: removed",
        "#Wish/properties/kind/enum | ['A'] | POST /v1/x request/kind: no longer takes B",
        "#Wish/properties/a/enum | ['a'] "
            + "| POST /v1/x request/a: no longer takes any value but those listed",
        "#Wish/properties/a/const | 'a' "
            + "| POST /v1/x request/a: no longer takes any value but those listed",
        "#Wish/properties/a/minLength | 2 | POST /v1/x request/a: minLength was 1, is 2",
        "#Wish/properties/a/maxLength | 8 | POST /v1/x request/a: maxLength was 9, is 8",
        "#Wish/properties/a/pattern | '^b' | POST /v1/x request/a: pattern was \"^a\", is \"^b\"",
        "#Wish/properties/a/format | 'date' | POST /v1/x request/a: format was none, is \"date\"",
        "#Wish/properties/amount/minimum | 1.5 | POST /v1/x request/amount: minimum was 1, is 1.5",
        "#Wish/properties/amount/maximum | 8 | POST /v1/x request/amount: maximum was 9, is 8",
        "#Wish/properties/amount/type | 'integer' "
            + "| POST /v1/x request/amount: type was number, is integer",
        "#Wish/properties/list/maxItems | 2 | POST /v1/x request/list: maxItems was 3, is 2",
        "#Wish/properties/list/minItems | 1 | POST /v1/x request/list: minItems was none, is 1",
        "#Wish/properties/list/items/type | 'string' "
            + "| POST /v1/x request/list/*: type was null or string, is string",
        "#Wish/properties/free/additionalProperties | false "
            + "| POST /v1/x request/free: takes no further properties any more",
        "#Wish/properties/either/anyOf/1 | | POST /v1/x request/either: type was null, is object",
        "#Part/required/- | 'r' | POST /v1/x request/either/r: newly required",
        "#Seen/properties/count | | POST /v1/x 200/count: removed",
        "#Seen/required/0 | | POST /v1/x 200/id: no longer always there",
        "#Seen/properties/id/type | ['string','null'] "
            + "| POST /v1/x 200/id: type was string, is null or string",
        "#Seen/properties/count/type | 'number' "
            + "| POST /v1/x 200/count: type was integer, is number",
        "#Seen/properties/state/enum | ['NEW','DONE','OLD'] "
            + "| POST /v1/x 200/state: may newly be OLD",
        "#Seen/properties/state/enum | "
            + "| POST /v1/x 200/state: may newly be any value but those listed",
        "#Seen/properties/parts/items | {'type':'string'} "
            + "| POST /v1/x 200/parts/*: type was object, is string",
        "#Seen/properties/part | {'anyOf':[{'$ref':'#/components/schemas/Part'},{'type':'null'}]} "
            + "| POST /v1/x 200/part: type was object, is null",
        "#Seen/properties/part/allOf | [{}] | POST /v1/x 200/part: has other parts (allOf)",
      })
  void whatBreaksIsNamedWithItsPlace(String pointer, String value, String expected)
      throws IOException {
    assertThat(breaks(changed(pointer, value))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OP/summary | 'Other words'",
        "OP/responses/409 | {}",
        "OP/parameters/- | {'name':'k','in':'query','required':false}",
        "OP/parameters/0/schema/maxLength | 10",
        "#Wish/required/0 |",
        "#Wish/properties/new | {'type':'string'}",
        "#Wish/properties/kind/enum | ['A','B','C']",
        "#Wish/properties/kind/enum |",
        "#Wish/properties/a/pattern |",
        "#Wish/properties/a/maxLength |",
        "#Wish/properties/a/type | ['string','null']",
        "#Wish/additionalProperties |",
        "#Seen/properties/new | {'type':'string'}",
        "#Seen/required/- | 'state'",
        "#Seen/properties/state/enum | ['NEW']",
        "#Seen/properties/id/maxLength | 9",
        "#Seen/properties/id/enum | ['ONE']",
      })
  void whatBreaksNobodyIsLetPass(String pointer, String value) throws IOException {
    assertThat(breaks(changed(pointer, value))).isEmpty();
  }

  @Test
  void aNewNameOfASchemaIsNoChange() throws IOException {
    assertThat(breaks(Hall.JSON.readTree(RELEASED.replace("Seen", "View")))).isEmpty();
  }

  @Test
  void theSameDocumentBreaksNothing() throws IOException {
    assertThat(breaks(Hall.JSON.readTree(RELEASED))).isEmpty();
  }
}
