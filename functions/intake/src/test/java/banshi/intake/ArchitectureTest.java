package banshi.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import banshi.identity.Personal;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses INTAKE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("banshi.intake");

  @Test
  void onlyRecordedDisclosuresSeePersonalValuesInClear() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Disclosures")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "a personal value in clear",
                (JavaAccess<?> access) ->
                    access.getTargetOwner().isAssignableTo(Personal.class)
                        && access.getTarget().getName().equals("clear")))
        .check(INTAKE);
  }

  @Test
  void nothingReadsTheSystemClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(INTAKE);
  }

  @Test
  void onlyTheBeansKnowTheCloud() {
    noClasses()
        .that()
        .doNotHaveSimpleName("IntakeBeans")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(INTAKE);
  }

  @Test
  void onlyResourcesAndTheCounterKnowHttp() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .doNotHaveSimpleName("Counter")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(INTAKE);
  }

  @Test
  void noOtherFunctionIsReached() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are of this function or of the kernel",
                type ->
                    !type.getPackageName()
                        .matches(
                            "banshi\\.(complaint|startup|consultation|notice|reminder|local)(\\..*)?")))
        .check(INTAKE);
  }
}
