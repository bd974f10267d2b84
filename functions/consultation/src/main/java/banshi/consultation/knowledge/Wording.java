package banshi.consultation.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How texts are taken apart. Chinese, which has no spaces, becomes pairs of neighbouring
 * characters, and single characters beside them; English becomes stems of words. Width, case and
 * everything that is neither letter nor digit do not matter.
 */
final class Wording {
  private final Analyzer analyzer;

  private Wording(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Pairs and single characters. */
  static Wording standard() {
    return new Wording(new Pairs(true));
  }

  /** Another way, to measure it. */
  static Wording of(Analyzer analyzer) {
    return new Wording(analyzer);
  }

  /** What takes a text apart once it is {@linkplain #plain plain}. */
  Analyzer analyzer() {
    return analyzer;
  }

  /** {@code text} without differences of width and case, with a space for whatever is no word. */
  static String plain(String text) {
    String same = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(same.length());
    same.codePoints()
        .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The parts of a plain text, in order, as often as they stand in it. */
  List<String> parts(String plain) {
    List<String> parts = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", plain)) {
      CharTermAttribute part = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        parts.add(part.toString());
      }
      stream.end();
      return parts;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Pairs of characters, with or without the characters themselves. */
  static final class Pairs extends Analyzer {
    private final boolean andSingle;

    Pairs(boolean andSingle) {
      this.andSingle = andSingle;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream pairs = new CJKBigramFilter(words, 0xff, andSingle);
      return new TokenStreamComponents(words, new PorterStemFilter(pairs));
    }
  }
}
