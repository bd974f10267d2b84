package banshi.startup.names;

import banshi.text.Text;

/** The laws and rules that a start-up is judged by. */
enum Law {
  NAMES("企业名称登记管理规定", "Provisions on Enterprise Names"),
  COMPANIES("公司法", "Company Law"),
  REGISTRATION("市场主体登记管理条例", "Regulations on the Registration of Market Entities"),
  REGISTRATION_RULES(
      "市场主体登记管理条例实施细则",
      "Rules implementing the Regulations on the Registration of Market Entities"),
  OWNERS("受益所有人信息管理办法", "Measures on Beneficial Owner Information"),
  SOLE_TRADERS("促进个体工商户发展条例", "Regulations on Promoting the Development of Sole Proprietors"),
  TAX("税收征收管理法", "Law on the Administration of Tax Collection"),
  CHONGQING("重庆市优化营商环境条例", "Chongqing Regulations on Improving the Business Environment");

  private final Text title;

  Law(String zh, String en) {
    this.title = new Text(zh, en);
  }

  Text title() {
    return title;
  }
}
