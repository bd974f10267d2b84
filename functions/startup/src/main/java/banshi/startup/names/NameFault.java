package banshi.startup.names;

import banshi.text.Fault;
import banshi.text.Text;
import java.util.Locale;

/** What can be wrong with a name: the article, and the words, in which %s stands for a finding. */
enum NameFault {
  DISTRICT_WITHOUT_CITY(
      Article.NAMES_7,
      "市辖区名称应当同时冠以所属的市的名称，应写作“%s”。",
      "A municipal district is named together with its city: %s."),
  DISTRICT_NOT_SERVED(
      Article.NAMES_7, "本登记机关只登记冠以下列行政区划的名称：%s。", "This registry takes names that begin with: %s."),
  INDUSTRY_UNKNOWN(
      Article.NAMES_9, "所填行业不在公布的行业表述之内。", "The industry is none of the published ones."),
  ENDING_NOT_OF_FORM(
      Article.NAMES_10,
      "组织形式的字样应为下列之一：%s。",
      "The words for the form of organisation are one of: %s."),
  TRADE_NAME_TOO_SHORT(
      Article.NAMES_8, "字号应当由两个以上汉字组成。", "A trade name has two Chinese characters or more."),
  TRADE_NAME_TOO_LONG(
      Article.NAMES_8,
      "字号至多 %s 个汉字（本系统的上限，法律未规定上限）。",
      "A trade name has at most %s characters here (our own bound; the law sets none)."),
  TRADE_NAME_CHARACTERS(
      Article.NAMES_5,
      "字号只能使用规范汉字（本系统以 GB 2312 所收汉字为准），不能使用：%s。",
      "A trade name is in standard Chinese characters only (here: those of GB 2312), without: %s."),
  TRADE_NAME_IS_DIVISION(
      Article.NAMES_8,
      "县级以上地方行政区划名称不得作为字号。",
      "The name of a division of county level or above is no trade name."),
  TRADE_NAME_IS_INDUSTRY(
      Article.NAMES_8, "行业或者经营特点不得作为字号。", "The word of an industry is no trade name."),
  TRADE_NAME_HAS_FORM_WORDS(
      Article.NAMES_6,
      "字号中不得含有组织形式的字样：%s。",
      "A trade name is without words for a form of organisation: %s."),
  NATIONAL_WORD(
      Article.NAMES_12,
      "冠以下列字词须报国务院批准，本系统不能办理：%s。",
      "These words need the approval of the State Council, which cannot be asked here: %s."),
  HARMS_STATE(
      Article.NAMES_11,
      "第（一）项：损害国家尊严或者利益：%s。",
      "Item 1: it harms the dignity or the interests of the state: %s."),
  HARMS_PUBLIC_INTEREST(
      Article.NAMES_11,
      "第（二）项：损害社会公共利益或者妨碍社会公共秩序：%s。",
      "Item 2: it harms the public interest or public order: %s."),
  PARTY_STATE_OR_ARMY(
      Article.NAMES_11,
      "第（三）项：使用政党、党政军机关、群团组织的名称、简称或者特定称谓：%s。",
      "Item 3: it uses the name of a party, an organ of party, state or army, or a mass"
          + " organisation: %s."),
  FOREIGN_OR_INTERNATIONAL(
      Article.NAMES_11,
      "第（四）项：使用外国国家（地区）、国际组织的名称或者通用简称：%s。",
      "Item 4: it uses the name of a foreign state or an international organisation: %s."),
  OBSCENE_OR_VIOLENT(
      Article.NAMES_11,
      "第（五）项：含有淫秽、色情、赌博、迷信、恐怖、暴力的内容：%s。",
      "Item 5: it speaks of obscenity, gambling, superstition, terror or violence: %s."),
  DISCRIMINATORY(
      Article.NAMES_11,
      "第（六）项：含有民族、种族、宗教、性别歧视的内容：%s。",
      "Item 6: it discriminates by ethnic group, race, religion or sex: %s."),
  AGAINST_GOOD_MORALS(
      Article.NAMES_11,
      "第（七）项：违背公序良俗或者可能有其他不良影响：%s。",
      "Item 7: it offends public order and good morals: %s."),
  MISLEADING(
      Article.NAMES_11,
      "第（八）项：可能使公众受骗或者产生误解：%s。",
      "Item 8: it may deceive or mislead the public: %s."),
  FORBIDDEN_ELSEWHERE(
      Article.NAMES_11,
      "第（九）项：法律、行政法规以及国家规定禁止或者须经批准：%s。",
      "Item 9: another law forbids it or makes it subject to approval: %s.");

  private final Article article;
  private final Text words;

  NameFault(Article article, String zh, String en) {
    this.article = article;
    this.words = new Text(zh, en);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Fault at(String pointer, Object... findings) {
    return new Fault(
        pointer,
        code(),
        article.behind(new Text(words.zh().formatted(findings), words.en().formatted(findings))));
  }
}
