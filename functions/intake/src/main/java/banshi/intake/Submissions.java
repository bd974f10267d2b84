package banshi.intake;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Checklist;
import banshi.catalogue.JointLimits;
import banshi.catalogue.Matter;
import banshi.catalogue.Severity;
import banshi.catalogue.ThemePackage;
import banshi.clock.ServiceClock;
import banshi.desk.Filer;
import banshi.desk.Links;
import banshi.identity.ApplicantKey;
import banshi.intake.ApplicationDetails.Material;
import banshi.intake.ApplicationDetails.Owed;
import banshi.store.RunningMatters;
import banshi.text.Fault;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads applications: what was asked for, by the catalogue in force today. */
final class Submissions {
  private final Kernel kernel;
  private final Catalogue catalogue;
  private final Prechecks prechecks;
  private final Links links;
  private final RunningMatters running;

  Submissions(
      Kernel kernel,
      Catalogue catalogue,
      Prechecks prechecks,
      Links links,
      RunningMatters running) {
    this.kernel = kernel;
    this.catalogue = catalogue;
    this.prechecks = prechecks;
    this.links = links;
    this.running = running;
  }

  /** What was asked for: one matter, or one package. */
  private record Asked(
      Optional<ThemePackage> themePackage, Text title, String version, Checklist checklist) {}

  /**
   * Prepares an application to be received. Refused only when nobody could tell what is asked for:
   * an unknown or expired matter or package, both or neither, a draft id that is none, a
   * consultation that is not the applicant's own.
   */
  Outcome<Submission> prepare(Filer filer, Requests.Application body, Instant now) {
    if (body.draftId().filter(id -> !isUuid(id)).isPresent()) {
      return invalid("/draftId", "bad-format", "须为 UUID", "This must be a UUID");
    }
    Optional<CaseNumber> consultation = body.consultation().flatMap(typed -> own(filer, typed));
    if (body.consultation().isPresent() && consultation.isEmpty()) {
      return invalid("/consultation", "unknown-case", "没有这件咨询", "You have no such consultation");
    }
    return asked(body.matterCode(), body.packageCode(), answers(body), now)
        .map(
            asked -> {
              SortedMap<String, SortedSet<CaseNumber>> others = others(asked, filer.owner());
              return new Submission(
                  kernel,
                  links,
                  consultation,
                  asked.title(),
                  asked.checklist(),
                  filer,
                  details(asked, body, others, now),
                  body.draftId().map(UUID::fromString).map(UUID::toString),
                  others);
            });
  }

  private Optional<CaseNumber> own(Filer filer, String typed) {
    return CaseNumber.parse(typed)
        .filter(number -> number.kind() == CaseKind.CONSULTATION)
        .filter(
            number -> links.load(number).filter(c -> c.owner().equals(filer.owner())).isPresent());
  }

  /** What somebody has under way for the matters that are asked for. */
  private SortedMap<String, SortedSet<CaseNumber>> others(Asked asked, ApplicantKey owner) {
    return running.of(owner, asked.checklist().matters().stream().map(Matter::code).toList());
  }

  /** Every fault that submitting this would have, and what its owner is warned of. */
  List<banshi.catalogue.Fault> faults(ApplicantKey owner, Requests.Application body, Instant now) {
    return switch (asked(body.matterCode(), body.packageCode(), answers(body), now)) {
      case Outcome.Refused<Asked>(Refusal.Invalid(var faults)) ->
          faults.stream().map(Submissions::asCatalogueFault).toList();
      case Outcome.Refused<Asked>(var other) -> List.of();
      case Outcome.Done<Asked>(Asked asked) ->
          details(asked, body, others(asked, owner), now).faults();
    };
  }

  /**
   * The version that a draft is begun with: {@code code@validFrom} of an application's matter or
   * package; {@code KIND@day} of the other kinds, whose forms are the hall's own as of a day.
   */
  Outcome<String> formVersion(Requests.Draft body, Instant now) {
    CaseKind kind = body.kind().orElse(CaseKind.APPLICATION);
    if (kind != CaseKind.APPLICATION) {
      return Outcome.done(kind + "@" + ServiceClock.dateOf(now));
    }
    return asked(body.matterCode(), body.packageCode(), body.answers().orElse(Map.of()), now)
        .map(Asked::version);
  }

  private static banshi.catalogue.Fault asCatalogueFault(Fault fault) {
    return new banshi.catalogue.Fault(
        fault.pointer(), fault.code(), fault.detail(), Optional.empty(), Severity.FAULT);
  }

  private Outcome<Asked> asked(
      Optional<String> matterCode,
      Optional<String> packageCode,
      Map<String, JsonNode> answers,
      Instant now) {
    LocalDate today = ServiceClock.dateOf(now);
    if (matterCode.isPresent() == packageCode.isPresent()) {
      return invalid(
          "/matterCode",
          "required",
          "matterCode 与 packageCode 须且只须填写一个",
          "Give either matterCode or packageCode");
    }
    return matterCode
        .map(code -> askedMatter(code, today, answers))
        .orElseGet(() -> askedPackage(packageCode.orElseThrow(), today, answers));
  }

  private Outcome<Asked> askedMatter(String code, LocalDate today, Map<String, JsonNode> answers) {
    return catalogue
        .matter(code, today)
        .map(matter -> Outcome.done(asked(matter, answers)))
        .orElseGet(
            () ->
                invalid(
                    "/matterCode",
                    "unknown-matter",
                    "没有这个事项，或已停止办理",
                    "There is no such matter, or it is no longer in force"));
  }

  private static Asked asked(Matter matter, Map<String, JsonNode> answers) {
    return new Asked(
        Optional.empty(),
        matter.name(),
        matter.code() + "@" + matter.version().validFrom(),
        Checklist.of(matter, answers));
  }

  private Outcome<Asked> askedPackage(String code, LocalDate today, Map<String, JsonNode> answers) {
    return catalogue
        .themePackage(code, today)
        .map(found -> Outcome.done(asked(found, today, answers)))
        .orElseGet(
            () ->
                invalid(
                    "/packageCode",
                    "unknown-package",
                    "没有这个主题套餐，或已停止办理",
                    "There is no such package, or it is no longer in force"));
  }

  private Asked asked(ThemePackage themePackage, LocalDate today, Map<String, JsonNode> answers) {
    return new Asked(
        Optional.of(themePackage),
        themePackage.name(),
        themePackage.code() + "@" + themePackage.version().validFrom(),
        whole(themePackage, Checklist.of(catalogue, themePackage, today, answers), today));
  }

  /**
   * When the answers leave no matter at all, all of the package's are taken: somebody must look at
   * what was received, and a case without a part could never be decided.
   */
  private Checklist whole(ThemePackage themePackage, Checklist checklist, LocalDate today) {
    if (!checklist.matters().isEmpty()) {
      return checklist;
    }
    List<Matter> all =
        themePackage.matters().stream()
            .flatMap(part -> catalogue.matter(part.matter(), today).stream())
            .toList();
    JointLimits limits = JointLimits.of(themePackage, all);
    return new Checklist(
        all,
        checklist.materials(),
        checklist.form(),
        limits.statutory(),
        limits.promise(),
        limits.extension(),
        checklist.faults());
  }

  private ApplicationDetails details(
      Asked asked,
      Requests.Application body,
      SortedMap<String, SortedSet<CaseNumber>> others,
      Instant now) {
    List<Material> materials =
        body.materials().orElse(List.of()).stream().map(m -> Applicants.material(m, now)).toList();
    ApplicationDetails given =
        new ApplicationDetails(
            asked.themePackage().map(ThemePackage::version),
            asked.checklist().matters().stream().map(Matter::version).toList(),
            answers(body),
            body.form().orElse(Map.of()),
            materials,
            owed(List.copyOf(body.owed().orElse(List.of()))),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            body.consultation(),
            Optional.empty());
    List<banshi.catalogue.Fault> faults =
        Stream.concat(
                prechecks.faults(given, ServiceClock.dateOf(now)).stream(),
                AlreadyRunning.warnings(
                    asked.themePackage().isPresent() ? "/packageCode" : "/matterCode",
                    asked.checklist().matters(),
                    others)
                    .stream())
            .toList();
    return given.handedIn(List.of(), given.form(), owed(owable(asked.checklist(), given)), faults);
  }

  /**
   * What is owed for real: asked for, not handed in, and the catalogue lets it be brought later.
   */
  private static List<String> owable(Checklist checklist, ApplicationDetails given) {
    Set<String> there = given.materials().stream().map(Material::code).collect(Collectors.toSet());
    Set<String> promised = given.owed().stream().map(Owed::code).collect(Collectors.toSet());
    return checklist.materials().stream()
        .filter(needed -> needed.owedDays().isPresent())
        .map(needed -> needed.material().code())
        .filter(code -> promised.contains(code) && !there.contains(code))
        .toList();
  }

  private static List<Owed> owed(List<String> codes) {
    return codes.stream()
        .distinct()
        .map(code -> new Owed(code, Optional.empty(), Optional.empty()))
        .toList();
  }

  private static Map<String, JsonNode> answers(Requests.Application body) {
    return body.answers().orElse(Map.of());
  }

  private static boolean isUuid(String id) {
    try {
      UUID.fromString(id);
      return true;
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  private static <T> Outcome<T> invalid(String pointer, String code, String zh, String en) {
    return Outcome.refused(
        new Refusal.Invalid(List.of(new Fault(pointer, code, new Text(zh, en)))));
  }
}
