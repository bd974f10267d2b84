package banshi.startup.form;

import banshi.startup.names.Article;
import banshi.text.Fault;
import banshi.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** What can be wrong with a form: the article, and the words, in which %s stands for a finding. */
enum FormFault {
  REQUIRED(Article.REGISTRATION_16, "必填。", "This is required."),
  NAME_MALFORMED(
      Article.REGISTRATION_15,
      "姓名或者名称为空、过长，或者含有不可用的字符。",
      "The name is blank, too long, or has characters that names have not."),
  ID_MALFORMED(
      Article.REGISTRATION_15, "证件号码不是该类证件的号码。", "No document of this kind bears such a number."),
  PHONE_MALFORMED(Article.REGISTRATION_9, "电话号码格式不符。", "This is no telephone number."),
  ROLE_NOT_OF_FORM(
      Article.REGISTRATION_RULES_6, "%s不设%s。", "There is no such role in this form: %s, %s."),
  NATURAL_PERSON_NEEDED(
      Article.REGISTRATION_RULES_16, "%s应当是自然人。", "This role is for a natural person: %s."),
  DOCUMENT_CANNOT_SIGN(
      Article.REGISTRATION_15,
      "护照和其他证件的号码不能确认唯一的持有人，不能用于本系统签名；请改用居民身份证、居住证、通行证、永久居留身份证或者统一社会信用代码，或者到窗口办理。",
      "A passport or another document does not name one holder by its number, so nobody can sign"
          + " with it here: use an identity card, a permit or a credit code, or come to the window."),
  LEGAL_REPRESENTATIVE_UNDER_AGE(
      Article.REGISTRATION_12,
      "法定代表人应当具有完全民事行为能力：按证件号码未满十八周岁。已满十六周岁并以自己的劳动收入为主要生活来源的，请到窗口办理。",
      "The legal representative has full legal capacity; the identity number tells an age below 18."
          + " Whoever is 16 and lives on their own work may come to the window."),
  OFFICER_UNDER_AGE(
      Article.COMPANIES_178,
      "董事、监事、高级管理人员应当具有完全民事行为能力：按证件号码未满十八周岁。已满十六周岁并以自己的劳动收入为主要生活来源的，请到窗口办理。",
      "Directors, supervisors and senior officers have full legal capacity; the identity number"
          + " tells an age below 18. Whoever is 16 and lives on their own work may come to the"
          + " window."),
  OPERATOR_UNDER_AGE(
      Article.SOLE_TRADERS_2,
      "经营者应当有经营能力：按证件号码未满十八周岁。已满十六周岁并以自己的劳动收入为主要生活来源的，请到窗口办理。",
      "A sole trader is able to do business; the identity number tells an age below 18. Whoever is"
          + " 16 and lives on their own work may come to the window."),
  SHAREHOLDER_TWICE(
      Article.COMPANIES_46,
      "同一股东只填一次，出资合并填写。",
      "A shareholder stands here once, with the whole contribution."),
  ROLE_TWICE(Article.REGISTRATION_9, "同一人的同一职务只填一次。", "Nobody has the same role twice."),
  PERSON_INCONSISTENT(
      Article.REGISTRATION_17,
      "同一证件号码前后填写的姓名、证件类型或者电话不一致。",
      "The same document stands elsewhere with another name, kind or telephone number."),
  NOT_OF_ROLE(Article.REGISTRATION_9, "%s不填此项。", "This is not for this role: %s."),
  NOT_OF_SOLE_PROPRIETOR(
      Article.REGISTRATION_RULES_6, "个体工商户不填此项。", "A sole proprietor has no such item."),
  CAPITAL_OUT_OF_RANGE(
      Article.COMPANIES_47,
      "注册资本应当大于零，至多 %s 元（上限由本系统设定）。",
      "The capital is more than nothing and at most %s yuan (our own bound)."),
  CAPITAL_DECIMALS(
      Article.REGISTRATION_13,
      "注册资本以人民币元表示，至多两位小数。",
      "The capital is in yuan with at most two decimals."),
  SCOPE_MISSING(Article.REGISTRATION_14, "经营范围至少选一项。", "The business scope has one item or more."),
  SCOPE_UNKNOWN(Article.REGISTRATION_14, "不在公布的经营项目之内。", "This is none of the published items."),
  SCOPE_TWICE(Article.REGISTRATION_14, "经营项目重复。", "The item stands here before."),
  STREET_UNKNOWN(
      Article.REGISTRATION_11, "不是本区的街道或者镇。", "This is no street or town of the district."),
  ADDRESS_LENGTH(
      Article.REGISTRATION_11, "详细地址应为 %s 至 %s 个字符。", "The address has %s to %s characters."),
  SHAREHOLDER_COUNT(
      Article.COMPANIES_42,
      "有限责任公司由一个以上五十个以下股东出资设立，现填 %s 个。",
      "A limited liability company has 1 to 50 shareholders; there are %s."),
  SHARE_OUT_OF_RANGE(
      Article.COMPANIES_46,
      "持股比例应当大于 0、不超过 100，至多 %s 位小数。",
      "A share is more than 0 and at most 100 percent, with at most %s decimals."),
  SHARES_NOT_WHOLE(
      Article.COMPANIES_46,
      "全体股东的持股比例之和应为 100%%，现为 %s%%。",
      "The shares add up to 100 percent; they make %s."),
  CONTRIBUTION_AMOUNT(
      Article.COMPANIES_46,
      "出资额应当大于零，以元为单位，至多两位小数。",
      "A contribution is more than nothing, in yuan with at most two decimals."),
  CONTRIBUTION_METHOD(
      Article.REGISTRATION_13,
      "不得以劳务、信用、自然人姓名、商誉、特许经营权或者设定担保的财产出资。",
      "Labour, credit, a person's name, goodwill, a franchise and charged property are no"
          + " contributions."),
  CONTRIBUTION_DUE(
      Article.COMPANIES_47,
      "出资应当自公司成立之日起五年内缴足，最迟可填 %s。",
      "Contributions are paid in full within five years of founding: here by %s at the latest."),
  CONTRIBUTIONS_NOT_CAPITAL(
      Article.COMPANIES_47,
      "注册资本为全体股东认缴的出资额之和，现合计 %s 元。",
      "The capital is the sum of what the shareholders subscribe, which is %s yuan."),
  LEGAL_REPRESENTATIVE_COUNT(
      Article.COMPANIES_10,
      "法定代表人应当有且只有一人，现填 %s 人。",
      "There is exactly one legal representative; here are %s."),
  LEGAL_REPRESENTATIVE_OFFICE(
      Article.COMPANIES_10,
      "法定代表人由代表公司执行公司事务的董事或者经理担任。",
      "The legal representative is a director or the manager."),
  DIRECTOR_COUNT(
      Article.COMPANIES_75,
      "不设董事会的设一名董事，设董事会的董事为三人以上，现填 %s 人。",
      "There is one director, or a board of three or more; here are %s."),
  BOARD_NEEDED(
      Article.COMPANIES_68,
      "股东超过 %s 人（本系统设定的规模较小的界限），应当设三人以上的董事会。",
      "With more than %s shareholders (our own line for a small company) there is a board of three"
          + " directors or more."),
  MANAGER_COUNT(Article.COMPANIES_74, "经理至多一人。", "There is one manager at most."),
  SUPERVISOR_MISSING(
      Article.COMPANIES_83,
      "应当设一名监事；经全体股东一致同意不设的，请注明。",
      "There is a supervisor, unless all shareholders agree to have none: then say so."),
  SUPERVISOR_COUNT(
      Article.COMPANIES_76,
      "不设监事会的设一名监事，设监事会的监事为三人以上，现填 %s 人。",
      "There is one supervisor, or a board of three or more; here are %s."),
  SUPERVISORY_BOARD_NEEDED(
      Article.COMPANIES_76,
      "股东超过 %s 人（本系统设定的规模较小的界限），应当设三人以上的监事会。",
      "With more than %s shareholders (our own line for a small company) there is a board of three"
          + " supervisors or more."),
  SUPERVISOR_WAIVER(
      Article.COMPANIES_83,
      "股东超过 %s 人（本系统设定的规模较小的界限），不能不设监事，应当设三人以上的监事会。",
      "With more than %s shareholders (our own line for a small company) supervisors cannot be"
          + " waived: there is a board of three or more."),
  SUPERVISOR_WAIVED_AND_NAMED(
      Article.COMPANIES_83, "已注明不设监事，又填写了监事。", "Supervisors are waived and named at once."),
  SUPERVISOR_INCOMPATIBLE(
      Article.COMPANIES_76,
      "董事、高级管理人员（经理、财务负责人）不得兼任监事。",
      "A director or senior officer (manager, finance officer) is no supervisor."),
  LIAISON_MISSING(Article.REGISTRATION_9, "至少填写一名登记联络员。", "There is a liaison to the registry."),
  LIAISON_MOBILE(
      Article.REGISTRATION_9,
      "登记联络员（个体工商户未另填的，为经营者）须填写可接收短信的手机号码。",
      "The liaison (of a sole trader without one: the operator) has a mainland mobile number."),
  FINANCE_OFFICER_MISSING(
      Article.TAX_15,
      "同时办理税务事项的公司，须填写财务负责人。",
      "A company that asks for tax registration names its finance officer."),
  OWNER_MISSING(
      Article.OWNERS_6,
      "至少填写一名受益所有人；符合条件的可以承诺免于备案。",
      "There is a beneficial owner, unless the exemption by promise holds."),
  OWNER_NOT_NAMED(
      Article.OWNERS_6,
      "持股 25%% 以上的自然人股东为受益所有人，应当一并填写。",
      "A natural person with 25 percent or more is a beneficial owner and is named as one."),
  CONTROL_MISSING(
      Article.OWNERS_6, "请注明受益所有人符合的情形。", "Say on what ground this is a beneficial owner."),
  EXEMPTION_WITH_OWNERS(
      Article.OWNERS_3,
      "已承诺免于备案，又填写了受益所有人。",
      "The exemption is promised and owners are named at once."),
  EXEMPTION_NOT_ALLOWED(
      Article.OWNERS_3,
      "注册资本不超过 1000 万元且股东全部为自然人的，才可以承诺免于备案；请填写受益所有人，包括持股 25%% 以上的自然人股东。",
      "The exemption is for a capital of 10 million yuan at most and natural persons as"
          + " shareholders: name the owners instead, every natural person with 25 percent or more"
          + " among them."),
  OPERATOR_COUNT(
      Article.REGISTRATION_8,
      "个体工商户应当有且只有一名经营者，现填 %s 人。",
      "A sole proprietor has exactly one operator; here are %s."),
  SERVICE_TWICE(Article.CHONGQING_18, "同一事项只选一次。", "A service stands here once.");

  private final Article article;
  private final Text words;

  FormFault(Article article, String zh, String en) {
    this.article = article;
    this.words = new Text(zh, en);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault at {@code pointer}; a finding that is a {@link Text} is told in each language. */
  Fault at(String pointer, Object... findings) {
    return new Fault(
        pointer,
        code(),
        article.behind(
            new Text(
                words.zh().formatted(told(findings, Text::zh)),
                words.en().formatted(told(findings, Text::en)))));
  }

  private static Object[] told(Object[] findings, Function<Text, String> language) {
    return Arrays.stream(findings)
        .map(finding -> finding instanceof Text text ? language.apply(text) : finding)
        .toArray();
  }
}
