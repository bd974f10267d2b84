package banshi.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Rules OURS = Rules.ours();

  private static Library library(String path) {
    return new Library(path, Library.nameOf(path), new TreeMap<>());
  }

  @Test
  void aLibraryIsKnownByItsCoordinatesInAnyVersion() {
    Library netty = library("lib/modified-io.netty.netty-common-4.1.133.Final.jar");
    assertThat(netty.is("io.netty:netty-common")).isTrue();
    assertThat(netty.is("io.netty:netty")).isFalse();
    assertThat(library("lib/io.netty.netty-codec-http2-4.1.jar").is("io.netty:netty-codec"))
        .isFalse();
  }

  @Test
  void theProjectsOwnLibrariesKeepTheirClasses() {
    assertThat(OURS.trims(library("lib/cn.banshi.banshi-kernel-1.0.0-SNAPSHOT.jar"))).isFalse();
    assertThat(OURS.trims(library("lib/com.google.crypto.tink.tink-1.24.0.jar"))).isTrue();
  }

  @Test
  void licencesAreNeverLeftOut() {
    Library tink = library("lib/com.google.crypto.tink.tink-1.24.0.jar");
    assertThat(OURS.leavesOut(tink, "META-INF/LICENSE")).isFalse();
    assertThat(OURS.leavesOut(tink, "META-INF/MANIFEST.MF")).isFalse();
    assertThat(OURS.leavesOut(tink, "META-INF/maven/a/b/pom.xml")).isTrue();
    assertThat(OURS.leavesOut(tink, "wire.proto")).isTrue();
    assertThat(OURS.leavesOut(tink, "deep/in/wire.proto")).isTrue();
  }
}
