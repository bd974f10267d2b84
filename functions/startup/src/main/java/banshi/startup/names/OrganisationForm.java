package banshi.startup.names;

import banshi.text.Text;

/** The forms of organisation (组织形式) that can be started here. */
public enum OrganisationForm {
  /** Limited liability company (有限责任公司). */
  LLC("有限责任公司", "Limited liability company"),
  /** Sole proprietor (个体工商户). */
  SOLE_PROPRIETOR("个体工商户", "Sole proprietor");

  private final Text label;

  OrganisationForm(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people call it. */
  public Text label() {
    return label;
  }
}
