package banshi.disclosure;

import banshi.cases.Action;
import banshi.cases.Case;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.Disclosure;
import banshi.text.Fault;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Personal data in full, by name: {@code applicant.name}, {@code applicant.idNumber}, {@code
 * applicant.phone} of every case, and what its kind's own content holds. Everywhere else an answer
 * holds masks. Reading it is an act of its own on the timeline ({@code disclose}).
 *
 * @param <D> the kind's own content
 */
public final class Disclosures<D> {
  private static final String DISCLOSE = "disclose";

  private final Kernel kernel;
  private final Steps<D> steps;
  private final PersonalData<D> own;

  /** Of the cases that this kernel moves, with the personal data of their own content. */
  public Disclosures(Kernel kernel, PersonalData<D> own) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.own = own;
  }

  /** Records who reads which personal data and why; refused when the case does not hold it. */
  public Decision<D> recorded(Actor actor, List<String> fields, String reason) {
    return (c, parties, now) -> {
      Action disclose = kernel.lifeCycle().action(DISCLOSE).orElseThrow();
      List<Fault> unknown = unknown(c, fields);
      Optional<Refusal> refusal = kernel.refuse(c, disclose, parties);
      if (refusal.isEmpty() && !unknown.isEmpty()) {
        return Outcome.refused(new Refusal.Invalid(unknown));
      }
      return steps.performed(
          c,
          disclose,
          actor,
          parties,
          now,
          occasion -> occasion.noting(String.join(", ", fields) + ": " + reason),
          UnaryOperator.identity());
    };
  }

  private List<Fault> unknown(Case<D> c, List<String> fields) {
    Map<String, ?> held = held(c);
    List<Fault> unknown = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!held.containsKey(fields.get(i))) {
        unknown.add(
            new Fault(
                "/fields/" + i,
                "not-one-of",
                new Text("本办件没有该项个人信息", "This case holds no such personal data")));
      }
    }
    return unknown;
  }

  /** The full values of those fields that the case holds, in their order, once it is on record. */
  public Map<String, JsonNode> values(
      Case<D> c, List<String> fields, Actor actor, String reason, Instant at) {
    Disclosure.Recorded ground = new Disclosure.Recorded(actor.subject(), reason, at);
    Map<String, Function<Disclosure.Recorded, JsonNode>> held = held(c);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    fields.stream()
        .filter(held::containsKey)
        .forEach(field -> values.put(field, held.get(field).apply(ground)));
    return values;
  }

  private Map<String, Function<Disclosure.Recorded, JsonNode>> held(Case<D> c) {
    ApplicantIdentity applicant = c.applicant();
    Map<String, Function<Disclosure.Recorded, JsonNode>> held = new HashMap<>(own.in(c.details()));
    held.put("applicant.name", why -> TextNode.valueOf(applicant.name().clear(why)));
    applicant
        .idNumber()
        .ifPresent(id -> held.put("applicant.idNumber", why -> TextNode.valueOf(id.clear(why))));
    applicant
        .phone()
        .ifPresent(phone -> held.put("applicant.phone", why -> TextNode.valueOf(phone.clear(why))));
    return held;
  }
}
