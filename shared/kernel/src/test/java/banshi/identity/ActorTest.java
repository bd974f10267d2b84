package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.crypto.KeyedHash;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {
  private static final ApplicantKey KEY =
      ApplicantKey.ofAccount(KeyedHash.of(new byte[32]), "https://id.example", "1");

  @Test
  void anOfficerActsForTheDepartmentsInTheToken() {
    Actor officer = actor(Role.OFFICER);
    assertThat(officer.is(Role.OFFICER)).isTrue();
    assertThat(officer.is(Role.SUPERVISOR)).isFalse();
    assertThat(officer.actsFor("HALL")).isTrue();
    assertThat(officer.actsFor("TAX")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFFICER")
  void departmentsOfAnyoneElseDoNotCount(Role role) {
    assertThat(actor(role).departments()).isEmpty();
    assertThat(actor(role).actsFor("HALL")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aRoleIsKnownByItsGroup(Role role) {
    assertThat(Role.ofGroup(role.group())).contains(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Officer", "OFFICER", " officer", "officers", "root", ""})
  void noOtherGroupIsARole(String group) {
    assertThat(Role.ofGroup(group)).isEmpty();
  }

  private static Actor actor(Role role) {
    return new Actor("1", Set.of(role), Set.of("HALL"), Optional.empty(), KEY);
  }
}
