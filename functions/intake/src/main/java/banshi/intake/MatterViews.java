package banshi.intake;

import banshi.catalogue.Catalogue;
import banshi.catalogue.Choice;
import banshi.catalogue.Condition;
import banshi.catalogue.Field;
import banshi.catalogue.FieldKind;
import banshi.catalogue.Limit;
import banshi.catalogue.LimitBasis;
import banshi.catalogue.Matter;
import banshi.catalogue.MatterSummary;
import banshi.catalogue.MatterType;
import banshi.catalogue.Medium;
import banshi.catalogue.OnlineReach;
import banshi.catalogue.Promise;
import banshi.catalogue.Question;
import banshi.catalogue.SearchPage;
import banshi.catalogue.ServiceObject;
import banshi.catalogue.ThemePackage;
import banshi.clock.LimitUnit;
import banshi.store.Page;
import banshi.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How the catalogue is shown to front ends. */
public final class MatterViews {
  private final Catalogue catalogue;

  MatterViews(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A time limit, where it comes from, and an explanation where one is due. */
  public record LimitView(
      BigDecimal amount, LimitUnit unit, LimitBasis basis, Optional<Text> explanation) {
    static LimitView of(Limit limit) {
      return new LimitView(
          limit.time().amount(), limit.time().unit(), limit.basis(), limit.explanation());
    }
  }

  /** A line of the list of matters. */
  public record MatterLine(
      String code,
      Text name,
      String department,
      Text departmentName,
      MatterType type,
      boolean immediate,
      LimitView statutoryLimit,
      Optional<LimitView> promisedLimit,
      int visits,
      OnlineReach online,
      boolean charged) {}

  /** A material as a matter asks for it. */
  public record MatterMaterial(
      String code,
      Text name,
      boolean required,
      Optional<String> when,
      int originals,
      int copies,
      Medium medium,
      boolean mayBeOwed,
      Optional<Integer> owedDays) {}

  /** A field of the form. */
  public record FieldView(
      String name,
      Text label,
      FieldKind kind,
      boolean required,
      Optional<String> when,
      Optional<Integer> maxLength,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      List<Choice> choices,
      boolean personal) {
    static FieldView of(Field field, boolean required, Optional<Condition> when) {
      return new FieldView(
          field.name(),
          field.label(),
          field.kind(),
          required,
          when.map(Condition::toString),
          field.maxLength(),
          field.range().map(Question.NumberFormat::min),
          field.range().map(Question.NumberFormat::max),
          field.choices(),
          field.personal());
    }
  }

  /** Which department does which part of the review. */
  public record WorkView(String department, Text departmentName, Text title) {}

  /** A matter in full (办事指南). */
  public record MatterDetail(
      String code,
      Text name,
      MatterType type,
      List<ServiceObject> servedTo,
      String department,
      Text departmentName,
      List<WorkView> tasks,
      LimitView statutoryLimit,
      Optional<LimitView> promisedLimit,
      boolean immediate,
      int visits,
      Optional<Text> visitReason,
      OnlineReach online,
      Matter.Fee fee,
      Matter.Contacts contacts,
      List<QuestionView> questions,
      List<MatterMaterial> materials,
      List<FieldView> formFields,
      List<Text> conditions,
      List<Text> reviewPoints,
      List<Text> legalBasis,
      Text remedy,
      LocalDate validFrom,
      Optional<LocalDate> validTo) {}

  /** A question about the applicant's situation. */
  public record QuestionView(
      String id,
      Text text,
      Kind kind,
      boolean required,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      List<Choice> choices,
      Optional<String> fallback) {
    /** What an answer looks like. */
    public enum Kind {
      BOOLEAN,
      NUMBER,
      CHOICE
    }

    static QuestionView of(Question question) {
      return switch (question.format()) {
        case Question.YesNoFormat() ->
            of(question, Kind.BOOLEAN, Optional.empty(), Optional.empty(), List.of());
        case Question.NumberFormat(var min, var max, var decimals) ->
            of(question, Kind.NUMBER, Optional.of(min), Optional.of(max), List.of());
        case Question.ChoiceFormat(var choices) ->
            of(question, Kind.CHOICE, Optional.empty(), Optional.empty(), choices);
      };
    }

    private static QuestionView of(
        Question question,
        Kind kind,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        List<Choice> choices) {
      return new QuestionView(
          question.id(),
          question.text(),
          kind,
          question.required(),
          min,
          max,
          choices,
          question.fallback().map(Object::toString));
    }
  }

  /** A line of the list of packages. */
  public record PackageSummary(
      String code, Text name, Text summary, String department, Text departmentName) {}

  /** A matter of a package and when it applies. */
  public record PartView(String matterCode, Text name, Optional<String> when) {}

  /** A package in full. */
  public record PackageDetail(
      String code,
      Text name,
      Text summary,
      String department,
      Text departmentName,
      List<QuestionView> questions,
      List<PartView> matters,
      LimitView promisedLimit,
      LimitView statutoryLimit,
      LimitView extension,
      LocalDate validFrom,
      Optional<LocalDate> validTo) {}

  MatterDetail detail(Matter matter) {
    return new MatterDetail(
        matter.code(),
        matter.name(),
        matter.type(),
        matter.servedTo().stream().sorted().toList(),
        matter.responsible(),
        catalogue.departmentName(matter.responsible()),
        matter.tasks().stream()
            .map(
                t ->
                    new WorkView(
                        t.department(), catalogue.departmentName(t.department()), t.title()))
            .toList(),
        LimitView.of(matter.statutory()),
        promised(matter.promise()),
        matter.immediate(),
        matter.visits().count(),
        matter.visits().reason(),
        matter.online(),
        matter.fee(),
        matter.contacts(),
        matter.questions().stream().map(QuestionView::of).toList(),
        matter.materials().stream().map(MatterViews::material).toList(),
        matter.form().stream()
            .map(use -> FieldView.of(use.field(), use.required(), use.when()))
            .toList(),
        matter.conditions(),
        matter.reviewPoints(),
        matter.legalBasis(),
        matter.remedy(),
        matter.version().validFrom(),
        matter.validTo());
  }

  private static MatterMaterial material(Matter.MaterialUse use) {
    return new MatterMaterial(
        use.material().code(),
        use.material().name(),
        use.required(),
        use.when().map(Condition::toString),
        use.originals(),
        use.copies(),
        use.medium(),
        use.owedDays().isPresent(),
        use.owedDays());
  }

  /** A page of the matters that match a query; all when it is blank. */
  Page<MatterLine> page(String query, LocalDate on, Optional<String> after, int limit) {
    SearchPage<MatterSummary> found =
        after
            .map(position -> catalogue.search(query, on, limit, position))
            .orElseGet(() -> catalogue.search(query, on, limit));
    return new Page<>(found.items().stream().map(this::summary).toList(), found.next());
  }

  private MatterLine summary(MatterSummary matter) {
    return new MatterLine(
        matter.version().code(),
        matter.name(),
        matter.responsible(),
        catalogue.departmentName(matter.responsible()),
        matter.type(),
        matter.promise() instanceof Promise.Immediate,
        LimitView.of(matter.statutory()),
        promised(matter.promise()),
        matter.visits(),
        matter.online(),
        matter.charged());
  }

  private static Optional<LimitView> promised(Promise promise) {
    return switch (promise) {
      case Promise.Within(Limit limit) -> Optional.of(LimitView.of(limit));
      case Promise.Immediate() -> Optional.empty();
    };
  }

  PackageSummary summary(banshi.catalogue.PackageSummary p) {
    return new PackageSummary(
        p.version().code(), p.name(), p.summary(), p.lead(), catalogue.departmentName(p.lead()));
  }

  PackageDetail detail(ThemePackage p, LocalDate on) {
    return new PackageDetail(
        p.code(),
        p.name(),
        p.summary(),
        p.lead(),
        catalogue.departmentName(p.lead()),
        p.questions().stream().map(QuestionView::of).toList(),
        p.matters().stream()
            .map(
                part ->
                    new PartView(
                        part.matter(),
                        catalogue
                            .matter(part.matter(), on)
                            .map(Matter::name)
                            .orElseGet(() -> new Text(part.matter(), part.matter())),
                        part.when().map(Condition::toString)))
            .toList(),
        LimitView.of(p.promised()),
        LimitView.of(p.statutory()),
        LimitView.of(p.extension()),
        p.version().validFrom(),
        p.validTo());
  }
}
