package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A commitment binds to one person at one place, and tells nobody who it is. */
class PersonTest {
  private static final ApplicantKey ACCOUNT = new ApplicantKey("k".repeat(32));
  private static final Person LI = person("u-1", Optional.of("李示例"), ACCOUNT);

  private static Person person(String subject, Optional<String> name, ApplicantKey account) {
    return new Person(subject, name.map(PersonName::new), account);
  }

  @Test
  void theSamePersonAtTheSamePlaceGivesTheSameCommitment() {
    assertThat(person("u-1", Optional.of("李示例"), ACCOUNT).commitment("a/1"))
        .isEqualTo(LI.commitment("a/1"));
  }

  @Test
  void anythingElseGivesAnother() {
    List<String> commitments =
        List.of(
            LI.commitment("a/1"),
            LI.commitment("a/2"),
            person("u-2", Optional.of("李示例"), ACCOUNT).commitment("a/1"),
            person("u-1", Optional.of("王示例"), ACCOUNT).commitment("a/1"),
            person("u-1", Optional.empty(), ACCOUNT).commitment("a/1"),
            person("u-1", Optional.of("李示例"), new ApplicantKey("l".repeat(32))).commitment("a/1"));
    assertThat(commitments).doesNotHaveDuplicates();
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(person("u-1", Optional.of("1李"), ACCOUNT).commitment("a/1"))
        .isNotEqualTo(person("u-11", Optional.of("李"), ACCOUNT).commitment("a/1"));
    assertThat(Person.canonical("ab", "c")).isNotEqualTo(Person.canonical("a", "bc"));
  }

  @Test
  void neitherTheCommitmentNorWhatIsPrintedTellsThePerson() {
    assertThat(LI.commitment("a/1") + LI + LI.salt("a/1"))
        .doesNotContain("李示例", "u-1", ACCOUNT.value());
  }
}
