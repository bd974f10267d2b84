package banshi.consultation.knowledge;

import java.util.List;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/** The ways of taking texts apart that were measured against one another. */
enum Ways {
  /** Words, as SmartCN's hidden Markov model parts them, and stems of English ones. */
  SMARTCN,
  /** Pairs of neighbouring characters. */
  PAIRS,
  /** Pairs, and single characters beside them: what is shipped. */
  PAIRS_AND_SINGLE;

  Wording wording() {
    return switch (this) {
      case SMARTCN -> Wording.of(new SmartChineseAnalyzer());
      case PAIRS -> Wording.of(new Wording.Pairs(false));
      case PAIRS_AND_SINGLE -> Wording.standard();
    };
  }

  KnowledgeIndex index(List<KnowledgeEntry> entries) {
    return KnowledgeIndex.of(entries, wording(), Vocabulary.standard());
  }
}
