package banshi.startup.licence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What makes pages is large: a function that is asked for no licence must load nothing of it. */
class DocumentArchitectureTest {
  private static final String[] PAGES = {"LicencePdf", "Sheet", "Typeface", "QrModules"};

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("banshi.startup");

  @Test
  void onlyThePagesKnowTheirLibraries() {
    String pages = ".*\\.(" + String.join("|", PAGES) + ")(\\$.*)?";
    noClasses()
        .that()
        .haveNameNotMatching(pages)
        .and()
        .resideOutsideOfPackage("banshi.startup.licence.build")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..", "com.google.zxing..")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..")
        .check(CLASSES);
  }

  @Test
  void noFunctionReachesWhatOnlyTheBuildRuns() {
    noClasses()
        .that()
        .resideOutsideOfPackage("banshi.startup.licence.build")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("banshi.startup.licence.build")
        .check(CLASSES);
    assertThat(CLASSES.contain("banshi.startup.licence.build.TypefaceCutter")).isTrue();
  }
}
