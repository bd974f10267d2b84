package banshi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.Disclosure;
import banshi.identity.PersonName;
import banshi.identity.Personal;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What may reach what in the kernel. Rules name packages that need not exist yet. */
class ArchitectureTest {
  private static final String[] DOMAIN = {
    "banshi.clock..",
    "banshi.cases..",
    "banshi.figures..",
    "banshi.identity..",
    "banshi.catalogue..",
    "banshi.text..",
    "banshi.crypto.."
  };

  /** They seal a personal value, or put on record who reads it. */
  private static final String[] SEES_CLEAR_VALUES = {"banshi.store..", "banshi.disclosure.."};

  private static final Set<String> CLOCK_SOURCES =
      Set.of("java.time.Clock", "java.time.InstantSource");

  private static final ArchRule NOTHING_READS_THE_SYSTEM_CLOCK =
      noClasses()
          .should()
          .accessTargetWhere(
              access(
                  "the system clock",
                  a -> {
                    String owner = a.getTargetOwner().getName();
                    String member = a.getTarget().getName();
                    return owner.startsWith("java.time.") && member.equals("now")
                        || CLOCK_SOURCES.contains(owner)
                            && (member.startsWith("system") || member.startsWith("tick"))
                        || owner.equals("java.lang.System") && member.equals("currentTimeMillis")
                        || owner.equals("java.util.Date")
                            && member.equals("<init>")
                            && a.getTarget().getFullName().endsWith("()");
                  }));

  private static final ArchRule ONLY_THE_STORE_AND_RECORDED_DISCLOSURES_SEE_CLEAR_VALUES =
      noClasses()
          .that()
          .resideOutsideOfPackages(SEES_CLEAR_VALUES)
          .should()
          .accessTargetWhere(
              access(
                  "a personal value in clear",
                  a ->
                      a.getTargetOwner().isAssignableTo(Personal.class)
                          && a.getTarget().getName().equals("clear")));

  private static final ArchRule ONLY_THEY_MAKE_GROUNDS_FOR_IT =
      noClasses()
          .that()
          .resideOutsideOfPackages(SEES_CLEAR_VALUES)
          .should()
          .accessTargetWhere(
              access(
                  "a ground for a disclosure",
                  a ->
                      a.getTargetOwner().isAssignableTo(Disclosure.class)
                          && a.getTarget().getName().equals("<init>")));

  private static final ArchRule NO_STATIC_FIELD_CHANGES =
      noFields().that().areStatic().should().notBeFinal();

  private static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
      noFields().should().beAnnotatedWith(Inject.class);

  private static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)");

  static final List<ArchRule> RULES =
      List.of(
          NOTHING_READS_THE_SYSTEM_CLOCK,
          ONLY_THE_STORE_AND_RECORDED_DISCLOSURES_SEE_CLEAR_VALUES,
          ONLY_THEY_MAKE_GROUNDS_FOR_IT,
          NO_STATIC_FIELD_CHANGES,
          NOTHING_IS_INJECTED_INTO_FIELDS,
          NAMES_SAY_WHAT_A_THING_IS);

  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .importUrl(Personal.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void theRulesSeeTheKernelAndNothingElse() {
    assertThat(KERNEL.contain(Personal.class)).isTrue();
    assertThat(KERNEL.contain(ArchitectureTest.class)).isFalse();
    assertThat(KERNEL.stream().map(JavaClass::getPackageName))
        .allMatch(p -> p.startsWith("banshi"));
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void theKernelKeepsTheRule(ArchRule rule) {
    rule.check(KERNEL);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void theRuleFindsWhoBreaksIt(ArchRule rule) {
    assertThat(rule.evaluate(new ClassFileImporter().importClasses(BreaksEveryRuleHelper.class)))
        .matches(result -> result.hasViolation());
  }

  @Test
  void everyWayToReadTheSystemClockIsFound() {
    assertThat(
            NOTHING_READS_THE_SYSTEM_CLOCK
                .evaluate(new ClassFileImporter().importClasses(BreaksEveryRuleHelper.class))
                .getFailureReport()
                .getDetails())
        .hasSize(4);
  }

  @Test
  void theDomainReachesNeitherTheCloudNorHttpNorTheFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon.awssdk..",
            "com.amazonaws..",
            "jakarta.ws.rs..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "io.quarkus..",
            "io.vertx..",
            "org.eclipse.microprofile..",
            "banshi.store..")
        .check(KERNEL);
  }

  @Test
  void packagesDoNotDependOnOneAnotherInCycles() {
    slices().matching("banshi.(*)..").should().beFreeOfCycles().check(KERNEL);
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String what, Predicate<JavaAccess<?>> is) {
    return describe(what, is);
  }

  /** Proof that the rules can fail. */
  static final class BreaksEveryRuleHelper {
    static int changes;
    @Inject Runnable injected;

    Stream<Object> times() {
      Supplier<Instant> reference = Instant::now;
      return Stream.of(Instant.now(), Clock.systemUTC(), System.currentTimeMillis(), reference);
    }

    String clear(PersonName name) {
      return name.clear(new Disclosure.Storage());
    }
  }
}
