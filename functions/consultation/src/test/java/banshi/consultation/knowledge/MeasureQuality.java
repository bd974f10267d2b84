package banshi.consultation.knowledge;

import banshi.consultation.knowledge.KnowledgeSet.Asked;
import banshi.consultation.knowledge.KnowledgeSet.Part;
import banshi.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Prints how well each way of taking texts apart answers the questions: see docs/knowledge.md. */
public final class MeasureQuality {
  private MeasureQuality() {}

  /** Also prints the questions that miss of the parts that are named as arguments. */
  public static void main(String[] arguments) {
    List<KnowledgeEntry> entries = KnowledgeSet.all();
    List<Asked> questions = KnowledgeSet.questions();
    Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    vocabularies.put("as typed", new Vocabulary(List.of(), List.of()));
    vocabularies.put("without idle words", Vocabulary.standard().withoutSame());
    vocabularies.put("with other words for the same", Vocabulary.standard());
    Map<String, Predicate<Asked>> parts = new LinkedHashMap<>();
    parts.put("all", asked -> true);
    for (Part part : Part.values()) {
      parts.put(part.name(), asked -> asked.part() == part);
    }
    parts.put("Chinese", asked -> asked.language() == Language.ZH_CN);
    parts.put("English", asked -> asked.language() == Language.EN);
    System.out.println(entries.size() + " entries");
    for (Ways way : Ways.values()) {
      vocabularies.forEach(
          (words, vocabulary) -> {
            KnowledgeIndex index = KnowledgeIndex.of(entries, way.wording(), vocabulary);
            System.out.println(way + ", " + words);
            parts.forEach(
                (part, of) -> {
                  Quality quality = Quality.of(index, questions.stream().filter(of).toList());
                  System.out.printf("  %-9s %s%n", part, quality.summary());
                  if (List.of(arguments).contains(part)) {
                    quality.missed().forEach(missed -> System.out.println("    " + missed));
                  }
                });
          });
    }
  }
}
