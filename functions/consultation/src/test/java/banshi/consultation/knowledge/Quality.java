package banshi.consultation.knowledge;

import banshi.consultation.knowledge.KnowledgeSet.Asked;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How well questions are answered. */
record Quality(List<Rank> ranks) {
  private static final int DEEPEST = 100;

  static Quality of(KnowledgeIndex index, List<Asked> questions) {
    return new Quality(
        questions.stream().map(asked -> new Rank(asked, rank(index, asked))).toList());
  }

  /** The mean of one through the rank of the entry that answers, 0 where it is not among 100. */
  double meanReciprocalRank() {
    return ranks.stream().mapToDouble(r -> r.rank() == 0 ? 0 : 1.0 / r.rank()).average().orElse(0);
  }

  /** Of how many questions the entry that answers is one of the first {@code n}, 0–1. */
  double inTheFirst(int n) {
    return (double) ranks.stream().filter(r -> r.rank() >= 1 && r.rank() <= n).count()
        / ranks.size();
  }

  /** Those whose entry is not the first. */
  List<Rank> missed() {
    return ranks.stream().filter(rank -> rank.rank() != 1).toList();
  }

  String summary() {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    ranks.forEach(r -> counts.merge(r.rank(), 1, Integer::sum));
    return String.format(
        Locale.ROOT,
        "%3d questions, MRR %.3f, first %.1f %%, first two %.1f %%, not found %d",
        ranks.size(),
        meanReciprocalRank(),
        100 * inTheFirst(1),
        100 * inTheFirst(2),
        counts.getOrDefault(0, 0));
  }

  private static int rank(KnowledgeIndex index, Asked asked) {
    List<Hits.Hit> hits = index.search(asked.question(), asked.language(), 0, DEEPEST).hits();
    return IntStream.range(0, hits.size())
            .filter(i -> hits.get(i).entry().id().equals(asked.expected()))
            .findFirst()
            .orElse(-1)
        + 1;
  }

  /** The rank of the entry that answers, from 1; 0 when it was not found. */
  record Rank(Asked asked, int rank) {}
}
