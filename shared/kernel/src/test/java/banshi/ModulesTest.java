package banshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the modules need of one another, in any scope, as their poms say it. */
class ModulesTest {
  private static final Path ROOT = Path.of(System.getProperty("banshi.root"));
  private static final String LOCAL_CLOUD = "infra/local";

  /** Folder → the folders of the modules that it needs directly. */
  private final Map<String, Set<String>> needs = needs();

  @Test
  void functionsAndWhatTheyShareAreBuiltWithoutTheLocalCloud() {
    List<String> rooms =
        needs.keySet().stream()
            .filter(folder -> folder.startsWith("functions/") || folder.startsWith("shared/"))
            .toList();
    assertThat(rooms).contains("functions/intake", "shared/kernel", "shared/http");
    assertThat(rooms)
        .allSatisfy(
            room -> assertThat(reached(room)).as("needed by " + room).doesNotContain(LOCAL_CLOUD));
  }

  @Test
  void aFunctionNeedsNoOtherFunction() {
    assertThat(needs.keySet())
        .filteredOn(folder -> folder.startsWith("functions/"))
        .allSatisfy(
            function ->
                assertThat(reached(function))
                    .as("needed by " + function)
                    .noneMatch(folder -> folder.startsWith("functions/")));
  }

  @Test
  void whoeverNeedsTheLocalCloudIsFound() {
    assertThat(reached("infra/e2e")).contains(LOCAL_CLOUD, "functions/intake", "shared/http");
  }

  private Set<String> reached(String from) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(needs.get(from));
    while (!open.isEmpty()) {
      String folder = open.pop();
      if (reached.add(folder)) {
        open.addAll(needs.get(folder));
      }
    }
    return reached;
  }

  private static Map<String, Set<String>> needs() {
    Element parent = pom("");
    Map<String, Element> poms = new HashMap<>();
    Map<String, String> folders = new HashMap<>();
    for (Element module : children(child(parent, "modules"), "module")) {
      String folder = module.getTextContent().strip();
      poms.put(folder, pom(folder));
      folders.put(artifact(poms.get(folder)), folder);
    }
    Map<String, Set<String>> needs = new HashMap<>();
    poms.forEach(
        (folder, pom) -> {
          Set<String> needed = new HashSet<>();
          // What every module inherits, and what a plugin or a profile brings, is needed too.
          Stream.concat(
                  dependencies(pom),
                  children(parent, "dependencies").stream().flatMap(ModulesTest::dependencies))
              .map(ModulesTest::artifact)
              .filter(folders::containsKey)
              .forEach(artifact -> needed.add(folders.get(artifact)));
          needs.put(folder, needed);
        });
    return needs;
  }

  private static Element pom(String folder) {
    try (var file = Files.newInputStream(ROOT.resolve(folder).resolve("pom.xml"))) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file)
          .getDocumentElement();
    } catch (IOException
        | javax.xml.parsers.ParserConfigurationException
        | org.xml.sax.SAXException e) {
      throw new AssertionError("the pom of " + folder, e);
    }
  }

  private static Stream<Element> dependencies(Element within) {
    return elements(within.getElementsByTagName("dependency"));
  }

  private static String artifact(Element element) {
    return child(element, "artifactId").getTextContent().strip();
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).getFirst();
  }

  private static List<Element> children(Element parent, String name) {
    return elements(parent.getChildNodes())
        .filter(element -> element.getTagName().equals(name))
        .toList();
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast);
  }
}
