package banshi.catalogue;

import banshi.catalogue.Checklist.NeededField;
import banshi.catalogue.Checklist.NeededMaterial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Merges what several matters ask for into one list (一套材料) and one form (一表申请). */
final class Merge {
  private final Map<String, Answer> answers;
  private final Map<String, NeededMaterial> materials = new LinkedHashMap<>();
  private final Map<String, NeededField> form = new LinkedHashMap<>();

  Merge(Map<String, Answer> answers) {
    this.answers = answers;
  }

  void add(Matter matter) {
    List<String> code = List.of(matter.code());
    for (Matter.MaterialUse use : matter.materials()) {
      if (applies(use.when())) {
        materials.merge(
            use.material().code(),
            new NeededMaterial(
                use.material(),
                code,
                use.required(),
                use.originals(),
                use.copies(),
                use.medium(),
                use.owedDays()),
            Merge::both);
      }
    }
    for (Matter.FieldUse use : matter.form()) {
      if (applies(use.when())) {
        form.merge(
            use.field().name(),
            new NeededField(use.field(), code, use.required()),
            (one, other) ->
                new NeededField(
                    one.field(),
                    joined(one.matters(), other.matters()),
                    one.required() || other.required()));
      }
    }
  }

  List<NeededMaterial> materials() {
    return List.copyOf(materials.values());
  }

  List<NeededField> form() {
    return List.copyOf(form.values());
  }

  private boolean applies(Optional<Condition> when) {
    return when.map(condition -> condition.holds(answers)).orElse(true);
  }

  private static NeededMaterial both(NeededMaterial one, NeededMaterial other) {
    return new NeededMaterial(
        one.material(),
        joined(one.matters(), other.matters()),
        one.required() || other.required(),
        Math.max(one.originals(), other.originals()),
        Math.max(one.copies(), other.copies()),
        one.medium().with(other.medium()),
        owedDays(one, other));
  }

  // A matter that does not require the material has no say in when it must be there.
  private static Optional<Integer> owedDays(NeededMaterial one, NeededMaterial other) {
    if (one.required() != other.required()) {
      return one.required() ? one.owedDays() : other.owedDays();
    }
    return one.owedDays().flatMap(days -> other.owedDays().map(more -> Math.min(days, more)));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
