package banshi.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one applicant needs, told at once (一次告知): the matters that apply to the answers, one list of
 * materials, one form.
 *
 * @param matters those that apply, in the package's order
 * @param materials each once, however many matters ask for it, in order of first use
 * @param form each field once, in order of first use
 * @param statutory the matter's limit; of several the longest, see {@link JointLimits}
 * @param promise the matter's promise; of several the longest
 * @param extension by how much the statutory limit of several may be extended once
 * @param faults what is wrong with the answers; matters and materials whose condition hangs on an
 *     answer that is missing are not in the list
 */
public record Checklist(
    List<Matter> matters,
    List<NeededMaterial> materials,
    List<NeededField> form,
    Limit statutory,
    Promise promise,
    Optional<Limit> extension,
    List<Fault> faults) {
  public Checklist {
    matters = List.copyOf(matters);
    materials = List.copyOf(materials);
    form = List.copyOf(form);
    faults = List.copyOf(faults);
  }

  /** For a single matter. */
  public static Checklist of(Matter matter, Map<String, JsonNode> given) {
    Answers answers = Answers.read(matter.questions(), given);
    Merge merge = new Merge(answers.values());
    merge.add(matter);
    return new Checklist(
        List.of(matter),
        merge.materials(),
        merge.form(),
        matter.statutory(),
        matter.promise(),
        Optional.empty(),
        answers.faults());
  }

  /**
   * For a package, with the versions of its matters that are in force on {@code day}: the day the
   * application is received. The same package, day and answers always give the same list.
   */
  public static Checklist of(
      Catalogue catalogue, ThemePackage themePackage, LocalDate day, Map<String, JsonNode> given) {
    Answers answers = Answers.read(themePackage.questions(), given);
    Merge merge = new Merge(answers.values());
    List<Matter> matters = new ArrayList<>();
    for (ThemePackage.Part part : themePackage.matters()) {
      if (part.when().map(when -> when.holds(answers.values())).orElse(true)) {
        catalogue.matter(part.matter(), day).ifPresent(matters::add);
      }
    }
    matters.forEach(merge::add);
    JointLimits limits = JointLimits.of(themePackage, matters);
    return new Checklist(
        matters,
        merge.materials(),
        merge.form(),
        limits.statutory(),
        limits.promise(),
        limits.extension(),
        answers.faults());
  }

  /**
   * A material to hand in.
   *
   * @param matters the codes of the matters that use it
   * @param required whether any of them requires it
   * @param originals the most that any of them wants to see
   * @param copies the most that any of them keeps
   * @param medium what satisfies all of them
   * @param owedDays within how many working days it may be brought later: only if every matter that
   *     requires it allows that, and then the shortest
   */
  public record NeededMaterial(
      Material material,
      List<String> matters,
      boolean required,
      int originals,
      int copies,
      Medium medium,
      Optional<Integer> owedDays) {
    public NeededMaterial {
      matters = List.copyOf(matters);
    }
  }

  /**
   * A field to fill in.
   *
   * @param matters the codes of the matters that use it
   * @param required whether any of them requires it
   */
  public record NeededField(Field field, List<String> matters, boolean required) {
    public NeededField {
      matters = List.copyOf(matters);
    }
  }
}
