package banshi;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.CallerVerifier;
import banshi.identity.Personal;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The kernel's rules hold for the HTTP layer too, and neither reaches back into the other. */
class HttpArchitectureTest {
  static final List<ArchRule> RULES = ArchitectureTest.RULES;

  private static final JavaClasses HTTP = classesBeside(CallerVerifier.class);

  private static JavaClasses classesBeside(Class<?> type) {
    return new ClassFileImporter().importUrl(place(type));
  }

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void theHttpLayerKeepsTheRule(ArchRule rule) {
    rule.check(HTTP);
  }

  @Test
  void packagesOfBothDoNotDependOnOneAnotherInCycles() {
    JavaClasses both =
        new ClassFileImporter()
            .importUrls(List.of(place(CallerVerifier.class), place(Personal.class)));
    assertThat(both.contain(Personal.class)).isTrue();
    slices().matching("banshi.(*)..").should().beFreeOfCycles().check(both);
  }
}
