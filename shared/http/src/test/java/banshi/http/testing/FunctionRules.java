package banshi.http.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every function that answers HTTP keeps to; each function's test of its own extends this. */
public abstract class FunctionRules {
  private static final Set<String> FUNCTIONS =
      Set.of("intake", "complaint", "startup", "consultation", "notice", "reminder", "local");

  private final JavaClasses classes;
  private final List<ArchRule> rules;

  /**
   * The rules of a function.
   *
   * @param mayDisclose the simple name of the class that may see personal values in clear
   * @param mayKnowTheCloud the simple name of the class that makes the function's parts
   */
  protected FunctionRules(String function, String mayDisclose, String mayKnowTheCloud) {
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("banshi." + function);
    this.rules =
        List.of(
            onlyRecordedDisclosuresSeePersonalValuesInClear(mayDisclose),
            nothingReadsTheSystemClock(),
            onlyTheBeansKnowTheCloud(mayKnowTheCloud),
            onlyResourcesKnowHttp(),
            noOtherFunctionIsReached(function));
  }

  @Test
  public void theRulesSeeTheFunctionWithoutItsTests() {
    assertThat(classes).isNotEmpty();
    assertThat(classes.contain(getClass())).isFalse();
  }

  @TestFactory
  public Stream<DynamicTest> theFunctionKeepsEveryRule() {
    return rules.stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
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

  private static ArchRule onlyResourcesKnowHttp() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
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
