package banshi.http.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import banshi.identity.Personal;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What every function that answers HTTP keeps to. */
public final class FunctionRules {
  private static final Set<String> FUNCTIONS =
      Set.of("intake", "complaint", "startup", "consultation", "notice", "reminder", "local");

  private FunctionRules() {}

  /** A function's own classes, without its tests. */
  public static JavaClasses classesOf(String function) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("banshi." + function);
  }

  /**
   * The rules.
   *
   * @param mayDisclose the simple name of the class that may see personal values in clear
   * @param mayKnowTheCloud the simple name of the class that makes the function's parts
   */
  public static List<ArchRule> of(String function, String mayDisclose, String mayKnowTheCloud) {
    return List.of(
        onlyRecordedDisclosuresSeePersonalValuesInClear(mayDisclose),
        nothingReadsTheSystemClock(),
        onlyTheBeansKnowTheCloud(mayKnowTheCloud),
        onlyResourcesAndTheCounterKnowHttp(),
        noOtherFunctionIsReached(function));
  }

  private static ArchRule onlyRecordedDisclosuresSeePersonalValuesInClear(String mayDisclose) {
    return noClasses()
        .that()
        .doNotHaveSimpleName(mayDisclose)
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "a personal value in clear",
                (JavaAccess<?> access) ->
                    access.getTargetOwner().isAssignableTo(Personal.class)
                        && access.getTarget().getName().equals("clear")));
  }

  private static ArchRule nothingReadsTheSystemClock() {
    return noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC");
  }

  private static ArchRule onlyTheBeansKnowTheCloud(String mayKnowTheCloud) {
    return noClasses()
        .that()
        .doNotHaveSimpleName(mayKnowTheCloud)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..");
  }

  private static ArchRule onlyResourcesAndTheCounterKnowHttp() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .doNotHaveSimpleName("Counter")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..");
  }

  private static ArchRule noOtherFunctionIsReached(String function) {
    String[] others =
        FUNCTIONS.stream()
            .filter(other -> !other.equals(function))
            .map(other -> "banshi." + other + "..")
            .toArray(String[]::new);
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
  }
}
