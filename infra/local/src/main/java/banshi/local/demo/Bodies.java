package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The bodies of the requests that the story makes. */
final class Bodies {
  private static final String BASIS = "《中华人民共和国行政许可法》第三十八条";

  private Bodies() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode answers(JsonNode answers) {
    return empty().set("answers", answers);
  }

  /** Everything the checklist asks for, but for what is owed. */
  static ObjectNode application(
      String packageCode,
      JsonNode answers,
      JsonNode checklist,
      Optional<String> owed,
      LocalDate today) {
    List<String> handedIn =
        Paperwork.required(checklist).stream()
            .filter(code -> !owed.equals(Optional.of(code)))
            .toList();
    ObjectNode body = empty().put("packageCode", packageCode);
    body.set("answers", answers);
    body.set("form", Paperwork.form(checklist, today));
    body.set("materials", Paperwork.files(handedIn));
    owed.ifPresent(code -> body.putArray("owed").add(code));
    return body;
  }

  static ObjectNode brought(List<String> codes) {
    return empty().set("materials", Paperwork.files(codes));
  }

  static ObjectNode passed() {
    return empty().put("opinion", "PASS").put("comment", "材料齐全，符合要求");
  }

  /** A decision in favour, with the certificate it grants. */
  static ObjectNode granted(JsonNode matter, String certificate, LocalDate today) {
    ObjectNode body =
        empty()
            .put("matterCode", Tree.text(matter, "code"))
            .put("outcome", "GRANTED")
            .put("reason", "经审查符合法定条件")
            .put("legalBasis", BASIS);
    body.putObject("certificate")
        .put("name", Tree.text(matter, "name"))
        .put("number", certificate)
        .put("validFrom", today.toString());
    return body;
  }

  /** 1 is the best mark (GB/T 39046-2020). */
  static ObjectNode delighted() {
    return empty().put("score", 1).put("comment", "一次办好，不用到处跑");
  }
}
