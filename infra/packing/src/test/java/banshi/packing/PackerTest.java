package banshi.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackerTest {
  private static final Rules RULES =
      rules(
          """
          files:
            - files: "META-INF/maven/**"
              why: For Maven.
          unused:
            - library: g:lib
              files: "lib/Cut.class"
              why: Never run.
          reached-only:
            - library: g:lib
              why: Little of it is used.
          """);

  private static Rules rules(String yaml) {
    return Rules.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static SortedMap<String, byte[]> built(String firstKey, String secondKey) {
    SortedMap<String, byte[]> classes =
        Compiled.from(
            Map.of(
                "own.A",
                "package own; public class A { String k = \"" + firstKey + "\"; }",
                "own.B",
                "package own; public class B { String k = \""
                    + firstKey
                    + "\", l = \""
                    + secondKey
                    + "\"; lib.Kept kept; lib.Cut cut; }",
                "lib.Kept",
                "package lib; public class Kept {}",
                "lib.Cut",
                "package lib; public class Cut {}",
                "lib.Gone",
                "package lib; public class Gone {}",
                "other.Idle",
                "package other; public class Idle {}"));
    SortedMap<String, byte[]> jar = new TreeMap<>(classes.subMap("lib/", "lib0"));
    jar.put("META-INF/maven/pom.xml", text("<project/>"));
    jar.put("META-INF/LICENSE", text("the licence"));
    SortedMap<String, byte[]> files = new TreeMap<>(classes.subMap("own/", "own0"));
    files.put("lib/g.lib-1.0.jar", Zip.compressed(jar));
    SortedMap<String, byte[]> other = new TreeMap<>(classes.subMap("other/", "other0"));
    other.put("META-INF/LICENSE", text("the licence"));
    files.put("lib/modified-g.other-2.0.jar", Zip.compressed(other));
    return files;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(SortedMap<String, byte[]> files) {
    return Zip.compressed(new Packer(RULES).packed(files));
  }

  @Test
  void keysThatDifferFromBuildToBuildDoNotChangeThePackage() {
    assertThat(packed(built("proxykey7", "proxykey41")))
        .isEqualTo(packed(built("proxykey108", "proxykey9")));
  }

  @Test
  void otherTextsDo() {
    assertThat(packed(built("key7", "key41"))).isNotEqualTo(packed(built("key108", "key9")));
  }

  @Test
  void packingWhatIsPackedChangesNothing() {
    byte[] once = packed(built("proxykey7", "proxykey41"));
    assertThat(packed(Zip.files(once))).isEqualTo(once);
  }

  @Test
  void librariesLoseWhatTheRulesName() {
    SortedMap<String, byte[]> files = Zip.files(packed(built("proxykey7", "proxykey41")));
    assertThat(Zip.files(files.get("lib/g.lib-1.0.jar")).keySet())
        .containsExactly("META-INF/LICENSE", "lib/Kept.class");
    assertThat(Zip.files(files.get("lib/modified-g.other-2.0.jar")).keySet())
        .containsExactly("other/Idle.class");
  }

  @Test
  void aLicenceOfSeveralLibrariesIsKeptOnceAndListed() {
    SortedMap<String, byte[]> files = Zip.files(packed(built("proxykey7", "proxykey41")));
    assertThat(new String(files.get(Licences.LIST), StandardCharsets.UTF_8))
        .isEqualTo(
            "lib/modified-g.other-2.0.jar!/META-INF/LICENSE = lib/g.lib-1.0.jar!/META-INF/LICENSE\n");
  }

  @Test
  void aRuleWithoutReasonIsRefused() {
    assertThatThrownBy(() -> rules("files:\n  - files: \"**\"\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("files")
        .hasMessageContaining("no 'why'");
  }
}
