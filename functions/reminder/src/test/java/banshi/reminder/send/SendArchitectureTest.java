package banshi.reminder.send;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import banshi.identity.Personal;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendArchitectureTest {
  private static final JavaClasses SENDING =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("banshi.reminder.send");

  @Test
  void onlyWhoHandsAMessageInSeesWhereItGoes() {
    noClasses()
        .that()
        .doNotHaveSimpleName("WeChatCarrier")
        .and()
        .doNotHaveSimpleName("SnsTextMessages")
        .and()
        .doNotHaveSimpleName("TencentMessages")
        .and()
        .doNotHaveSimpleName("MailCarrier")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "a personal value in clear",
                (JavaAccess<?> access) ->
                    access.getTargetOwner().isAssignableTo(Personal.class)
                        && access.getTarget().getName().equals("clear")))
        .check(SENDING);
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
        .check(SENDING);
  }

  @Test
  void onlyTheBeansAndTheirOwnCarriersKnowTheCloudAndMail() {
    noClasses()
        .that()
        .doNotHaveSimpleName("SendBeans")
        .and()
        .doNotHaveSimpleName("SnsTextMessages")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(SENDING);
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.MailCarrier.*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
        .check(SENDING);
  }

  @Test
  void noStaticFieldChanges() {
    noFields().that().areStatic().should().notBeFinal().check(SENDING);
  }
}
